// Runs one script on the bare machine and prints what it prints.
#include <cstdio>
#include <fstream>
#include <iterator>

#include "script_runner.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: script_run FILE\n");
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "script_run: cannot read %s\n", argv[1]);
    return 2;
  }
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  loopline::script::testing::RunOptions options;
  options.file_name = argv[1];
  const auto result = loopline::script::testing::run_script(source, options);
  std::fwrite(result.output.data(), 1, result.output.size(), stdout);
  std::fwrite(result.errors.data(), 1, result.errors.size(), stderr);
  std::fwrite(result.reports.data(), 1, result.reports.size(), stderr);
  std::fwrite(result.uncaught.data(), 1, result.uncaught.size(), stderr);
  if (!result.limit.empty()) std::fprintf(stderr, "stopped at the limit of %s\n", result.limit.c_str());
  return result.uncaught.empty() && result.limit.empty() ? 0 : 1;
}
