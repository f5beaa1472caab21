# The code: built, formatted, tested.

restore() { dotnet restore SecPress.sln --locked-mode -v quiet; }

build() { dotnet build SecPress.sln --no-restore -warnaserror -v quiet; }

check_format() { dotnet format SecPress.sln --no-restore --verify-no-changes; }

run_tests() { timeout 600 dotnet test SecPress.sln --no-build --logger trx --results-directory "$results"; }

# The tests that take the longest way through the program, from a list of subscribers to their mailboxes, with the published
# file: it carries another SQLite, and code that reflection would find is not in it.
send_with_native() {
  SECPRESS_EXE=$native timeout 300 dotnet test tests/SecPress.EndToEnd --no-build --filter FullyQualifiedName~EndToEnd.Mail \
    --logger trx --results-directory "$results"
}

# A build or a test that changes a tracked file, or leaves one that git does not ignore, would end in someone's commit.
check_untouched() {
  local changes
  changes=$(git status --porcelain)
  [ -z "$changes" ] || { echo "$changes"; return 1; }
}
