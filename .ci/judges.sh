# The independent judges, run on a copy: their own folder may be read-only.

install_judges() {
  cp -r "$shared/judges" "$work/judges"
  chmod -R u+w "$work/judges"
  cd "$work/judges"
  npm install --ignore-scripts --no-audit --no-fund --loglevel=error
}

# The whole site with the edition it publishes; then the editions of June, of the sample and of the seed. To see what a judge
# found, run it by itself with --v.
judge() {
  local base_url
  base_url=$(base_url_of .)
  cd "$work/judges"
  ./judge-all.sh --site "$work/compare/native/site" --base "$base_url" \
    --eml "$work/compare/native/email/2017-08.eml" --html "$work/compare/native/email/2017-08.html" | tee -a "$verdicts"
  local june=("$work/compare/native/email/2017-06" "$work/seed/email/2017-06")
  ./eml-check.py "${june[@]/%/.eml}" | tee -a "$verdicts"
  ./eml-spam.sh "${june[@]/%/.eml}" | tee -a "$verdicts"
  ./email-html.sh "${june[@]/%/.html}" | tee -a "$verdicts"
  node email-caniemail.mjs "${june[@]/%/.html}" | tee -a "$verdicts"
  node email-render.mjs "${june[@]/%/.html}" | tee -a "$verdicts"
  judge_rules "${june[@]/%/.html}"
}

# June says "here" in ten links: a mistake of the original that the edition carries and the judge rightly names. Nothing else may be wrong.
judge_rules() {
  local file said
  for file; do
    said=$(node email-rules.mjs "$file" --v || true)
    if grep -q ' errors=' <<<"$said" && ! grep -E '^  E ' <<<"$said" | grep -qvF '  E link-name generic text "here"'; then
      echo "email-rules PASS $file: but for its links that say \"here\""
    else
      echo "email-rules FAIL $file: $(grep -E '^  E |not judged' <<<"$said" | sort -u | paste -sd' ')"
    fi | tee -a "$verdicts"
  done
}

# The judges that look at two thousand pages in a minute; the links of all are followed where they are built.
judge_corpora() {
  local name
  cd "$work/judges"
  for name in lwkd twir; do
    ./site-html.sh "$work/corpora/$name.out" --v | tee -a "$verdicts"
    ./feeds-check.py "$work/corpora/$name.out" --base "$(base_url_of "$work/corpora/$name")" | tee -a "$verdicts"
  done
}
