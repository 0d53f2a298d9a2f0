// Prints the log of one script: run_log full|stdout FILE. What the program writes to stderr, and what the interpreter
// reports, goes to stderr.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "run/run.h"
#include "trace/export.h"

namespace {

class ToStderr final : public loopline::run::Output {
 public:
  void write_out(std::string_view) override {}
  void write_err(std::string_view text) override { std::fwrite(text.data(), 1, text.size(), stderr); }
};

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc == 3 ? argv[1] : "";
  if (mode != "full" && mode != "stdout") {
    std::fprintf(stderr, "usage: run_log full|stdout FILE\n");
    return 2;
  }
  std::ifstream file(argv[2], std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "run_log: cannot read %s\n", argv[2]);
    return 2;
  }
  loopline::run::Settings settings;
  settings.program.source = {std::istreambuf_iterator<char>(file), {}};
  const std::string path = argv[2];
  settings.program.file_name = path.substr(path.rfind('/') + 1);
  settings.detail = loopline::run::Detail::tasks;
  ToStderr output;
  const loopline::run::Recorded recorded = loopline::run::record(settings, &output);
  loopline::trace::export_log(
      recorded.data, mode == "full" ? loopline::trace::LogMode::full : loopline::trace::LogMode::printed, std::cout);
  return 0;
}
