# The independent judges, run on a copy: their own folder may be read-only.

install_judges() {
  cp -r "$shared/judges" "$work/judges"
  chmod -R u+w "$work/judges"
  cd "$work/judges"
  npm install --ignore-scripts --no-audit --no-fund --loglevel=error
}

# The judges of a site, on every page of it: all of them, whatever one says.
judge_whole_site() {
  local site=$1 base_url=$2 ended=0
  ./site-html.sh "$site" || ended=1
  ./site-links.sh "$site" "$base_url" || ended=1
  ./feeds-check.py "$site" --base "$base_url" || ended=1
  node site-a11y.mjs "$site" --base "$base_url" || ended=1
  return $ended
}

# One page of each kind that the sample has.
pages_of_each_kind=(
  / archive/ archive/2017/ issues/2017-06/ modifications/ modifications/secmp0022/ committees/ committees/ssc/
  calendar/ calendar/2017/08/ deadlines/ statistics/ glossary/ tags/ tags/smki/ series/business-architecture/ search/ about/
)

judge_sites() {
  local base_url french_url
  base_url=$(base_url_of .)
  french_url=$(base_url_of "$french")
  cd "$work/judges"
  judge_whole_site "$work/compare/native/site" "$base_url" | tee -a "$verdicts"
  judge_whole_site "$work/french" "$french_url" | tee -a "$verdicts"
  node site-lighthouse.mjs "$work/compare/native/site" "${pages_of_each_kind[@]}" --base "$base_url" | tee -a "$verdicts"
}

# One page of each kind that the manual has; the markup and the links of all are judged.
manual_pages_of_each_kind=(
  . 404.html find front-matter front-matter/highlights markdown containers containers/callout commands commands/build checks checks/sp015 checks/sp101
)

judge_manual() {
  local base_url few=$work/manual-few page
  base_url=$(base_url_of "$manual")
  cp -r "$work/manual" "$few"
  find "$few" -name '*.html' -delete
  for page in "${manual_pages_of_each_kind[@]}"; do
    [[ $page = *.html ]] || page=$page/index.html
    cp "$work/manual/$page" "$few/$page"
  done
  cd "$work/judges"
  ./site-html.sh "$work/manual" | tee -a "$verdicts"
  ./site-links.sh "$work/manual" "$base_url" | tee -a "$verdicts"
  node site-a11y.mjs "$few" --base "$base_url" | tee -a "$verdicts"
}

# The edition that the site publishes; then those of June, of the sample and of the seed. To see what a judge found, run it by itself
# with --v.
judge_emails() {
  cd "$work/judges"
  ./judge-all.sh --eml "$work/compare/native/email/2017-08.eml" --html "$work/compare/native/email/2017-08.html" | tee -a "$verdicts"
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
    if grep -q ' errors=' <<<"$said" && ! grep -E '^  E ' <<<"$said" | grep -vF '  E link-name generic text "here"' >/dev/null; then
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
