# The independent judges, run on a copy: their own folder may be read-only.

install_judges() {
  cp -r "$shared/judges" "$work/judges"
  chmod -R u+w "$work/judges"
  cd "$work/judges"
  npm install --ignore-scripts --no-audit --no-fund --loglevel=error
}

# The whole site, and the editions of the sample and the seed. To see what a judge found, run it by itself with --v.
judge() {
  "$work/judges/judge-all.sh" --site "$work/compare/native/site" --base "$(sed -n 's/^base-url: *//p' site.yml)" \
    --eml "$work/compare/native/email/2017-06.eml" --html "$work/compare/native/email/2017-06.html" \
    --eml "$work/seed/email/2017-06.eml" --html "$work/seed/email/2017-06.html" | tee "$verdicts"
}
