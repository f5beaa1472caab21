# Steps and their counting. A step is a function; it runs with errexit in a shell of its own, so the first command that
# fails ends it, and what it sets is gone afterwards.

passed_count=0
failed_count=0
declare -A ended
declare -a failures

# step TITLE FUNCTION: runs it, prints how long it took, and counts it as one check.
step() {
  run_timed "$1" "$2"
  if [ "${ended[$2]}" = 0 ]; then count 1 0; else count 0 1 "$1"; fi
}

# tests TITLE FUNCTION: runs tests that leave their results in $results, and counts each test.
tests() {
  results=$work/results/$2
  run_timed "$1" "$2"
  local numbers
  read -ra numbers < <(python3 .ci/count-tests.py "$results")
  settle "$1" "$2" "${numbers[0]:-0}" "${numbers[1]:-0}"
}

# verdicts TITLE FUNCTION: runs judges that leave lines of `NAME PASS ...` and `NAME FAIL ...` in $verdicts, and counts each.
verdicts() {
  verdicts=$work/verdicts/$2
  mkdir -p "$work/verdicts"
  : >"$verdicts"
  run_timed "$1" "$2"
  settle "$1" "$2" "$(grep -cE '^[a-z-]+ PASS ' "$verdicts")" "$(grep -cE '^[a-z-]+ FAIL ' "$verdicts")"
}

# settle TITLE FUNCTION PASSED FAILED: counts. A run that ended badly with nothing failed (a crash, a hang), or in which
# nothing passed, is one failure.
settle() {
  local failed=$4
  if [ "$4" = 0 ] && { ! passed "$2" || [ "$3" = 0 ]; }; then failed=1; fi
  echo "-- $1: $3 passed, $failed failed"
  count "$3" "$failed" "$1"
}

run_timed() {
  printf '\n== %s\n' "$1"
  local start=$SECONDS
  (set -euo pipefail; "$2")
  ended[$2]=$?
  printf -- '-- %s: %s, %d s\n' "$1" "$([ "${ended[$2]}" = 0 ] && echo ok || echo FAILED)" $((SECONDS - start))
}

# passed FUNCTION: whether it ran and succeeded.
passed() { [ "${ended[$1]:-1}" = 0 ]; }

# count PASSED FAILED TITLE
count() {
  passed_count=$((passed_count + $1))
  failed_count=$((failed_count + $2))
  [ "$2" = 0 ] || failures+=("$3")
}

left_out() { printf '\n== %s: left out, %s\n' "$1" "$2"; }

finish() {
  printf '\n%d min %d s\n' $((SECONDS / 60)) $((SECONDS % 60))
  [ ${#failures[@]} = 0 ] || printf 'failed: %s\n' "${failures[@]}"
  echo "$passed_count passed, $failed_count failed"
  [ "$failed_count" = 0 ] && [ "$passed_count" -gt 0 ]
  exit
}
