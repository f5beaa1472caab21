# The program: built as the README says, published, and what it writes.

# The command stands in the README on a line of its own, a comment apart, so that what a newcomer types is what is tried here.
readme_build='dotnet run --project src/SecPress.Cli -- build'

build_by_readme() {
  # Without -q: a grep that stops at the first line it finds breaks the pipe, and with it the pipeline.
  sed 's/ *#.*//' README.md | grep -xF -- "$readme_build" || { echo "README.md does not have the line: $readme_build"; return 1; }
  $readme_build
  [ -s output/index.html ]
}

publish_native() {
  dotnet publish src/SecPress.Cli -c Release -r linux-x64 -o "$work/native" -warnaserror -p:RestoreLockedMode=true -v quiet
  "$native" --version
}

check_one_file() {
  ls -l "$work/native"
  [ "$(ls -A "$work/native")" = secpress ]
}

# The sample and two of its email editions, by both programs, with the clock held.
compare_native_with_jit() {
  local jit="dotnet src/SecPress.Cli/bin/Debug/net10.0/secpress.dll" name
  for name in native jit; do
    ${!name} build --clock "$clock" --output "$work/compare/$name/site"
    ${!name} email 2017-06 --output "$work/compare/$name/email"
    ${!name} email 2017-08 --output "$work/compare/$name/email"
  done
  diff -r "$work/compare/native" "$work/compare/jit"
  echo "$(find "$work/compare/native" -type f | wc -l) files are the same"
}

# Printed for people; a shared machine is no place to assert a time.
time_native() {
  median "$native" --version
  median build_afresh
}

build_afresh() {
  rm -rf "$work/timed"
  "$native" build --clock "$clock" --output "$work/timed" --quiet
}

# median COMMAND...: of eleven runs, in milliseconds.
median() {
  local i start times=()
  for i in {1..11}; do
    start=$(date +%s%N)
    "$@" >"$work/timed.log"
    times+=($((($(date +%s%N) - start) / 10000)))
  done
  printf '%s\n' "${times[@]}" | sort -n | awk -v what="${*/$native/secpress}" 'NR == 6 { printf "%-20s %7.2f ms\n", what, $1 / 100 }'
}

# The seed newsletter must come through whole: on the page, in the email and in its text.
check_seed() {
  local site=$shared/seed/site
  "$native" build --site "$site" --clock "$clock" --output "$work/seed/site"
  "$native" email 2017-06 --site "$site" --output "$work/seed/email"
  python3 .ci/seed-check.py "$shared/seed/secas-june-2017.txt" \
    "$work/seed/site/issues/2017-06/index.html" "$work/seed/email/2017-06.html" "$work/seed/email/2017-06.txt"
}

build_french() { "$native" build --site "$french" --clock "$french_clock" --output "$work/french"; }

# The manual is a publication of its own, in which nothing may be found and every link must lead somewhere.
build_manual() {
  "$native" check --strict --site "$manual"
  "$native" build --site "$manual" --output "$work/manual"
  python3 .ci/links-check.py "$work/manual" "$(base_url_of "$manual")"
}

# Two real newsletters of hundreds of issues, written for other generators: each line of their text must reach its page or be listed
# as left out, and each link lead somewhere.
build_corpora() {
  import_corpus lwkd "Last Week in Kubernetes Development" https://lwkd.info '/{year}/{year}{month}{day}/'
  import_corpus twir "This Week in Rust" https://this-week-in-rust.org '/blog/{year}/{month}/{day}/{slug}/'
  local name site
  for name in lwkd twir; do
    site=$work/corpora/$name
    /usr/bin/time -f "$name: %e s, %M KB" "$native" build --site "$site" --clock "$corpora_clock" --output "$site.out"
    du -sh --apparent-size "$site.out"
    python3 .ci/corpora-text.py "$shared/corpora/$name" "$site.report" "$site.out"
    python3 .ci/links-check.py "$site.out" "$(base_url_of "$site")"
  done
}

# import_corpus NAME TITLE OLD_SITE OLD_ADDRESSES. An import exits with 1 when it lists something as left out, and every real one does.
import_corpus() {
  local site=$work/corpora/$1
  mkdir -p "$site"
  cat >"$site/site.yml" <<END
title: $2
description: $2, imported to see how SecPress bears hundreds of issues.
base-url: https://$1.example.org/
language: en
timezone: UTC
raw-html: true
email:
  from: "$2 <news@example.org>"
  postal-address: 1 Example Street, Anytown
END
  /usr/bin/time -f "$1, import: %e s, %M KB" "$native" import "$shared/corpora/$1" --site "$site" --old-site "$3" --old-addresses "$4" \
    --report "$site.report" --quiet || [ $? = 1 ]
}

base_url_of() { sed -n 's/^base-url: *//p' "$1/site.yml"; }
