// Runs a text as a program and gives what came of it as lines of text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "run/run.h"

namespace loopline::run::test {

/// Keeps what a program writes.
class Kept final : public Output {
 public:
  void write_out(std::string_view text) override { out += text; }
  void write_err(std::string_view text) override { err += text; }
  std::string out;
  std::string err;
};

Settings settings_for(std::string_view source, Detail detail = Detail::full);

/// One line an event: its kind, then what its columns say, texts in quotes: "call 2 'main' line 3 from 1".
std::vector<std::string> lines_of(const trace::RunData& data);
/// The same without the kinds of event that a test is not about.
std::vector<std::string> script_lines(const trace::RunData& data);

/// Everything in the tables as one text, to compare two recordings.
std::string all_of(const trace::RunData& data);

std::string log_of(const trace::RunData& data);

}  // namespace loopline::run::test
