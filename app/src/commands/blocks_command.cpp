// loopline blocks: every code block of a document and what running it comes to.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ostream>

#include "command_list.h"
#include "execution.h"

namespace loopline::commands {
namespace {

struct BlockStatus {
  std::string status;
  std::string detail;
};

// Exceptions that say that something is not there which the block takes for granted.
bool names_something_missing(const run::Outcome& outcome) {
  constexpr std::array<std::string_view, 3> classes{"NameError", "ImportError", "ModuleNotFoundError"};
  return std::find(classes.begin(), classes.end(), outcome.exception) != classes.end();
}

// Nothing printed, no loop used: it only gives names to things.
bool only_defines(const trace::RunData& data) {
  for (trace::EventNumber number = 1; number <= data.events.size(); ++number) {
    switch (data.events.kind(number)) {
      case trace::Kind::out:
      case trace::Kind::err:
      case trace::Kind::out_part:
      case trace::Kind::err_part:
      case trace::Kind::loop_made:
      case trace::Kind::thread_started:
      case trace::Kind::block_begin: return false;
      default: break;
    }
  }
  return true;
}

BlockStatus judge(const Block& block, const run::Recorded& recorded) {
  using Kind = run::Outcome::Kind;
  const run::Outcome& outcome = recorded.outcome;
  switch (outcome.kind) {
    case Kind::ended: return {only_defines(recorded.data) ? "defines" : "runs", ""};
    case Kind::exited:
      if (outcome.exit_code == 0) return {"runs", ""};
      return {"raises", "SystemExit(" + std::to_string(outcome.exit_code) + ")"};
    case Kind::raised: {
      const bool wanted = !block.scenario->expect.text.empty();  // a deliberate mistake misses nothing
      return {!wanted && names_something_missing(outcome) ? "missing" : "raises", outcome.text};
    }
    case Kind::deadlock: return {"waits", outcome.message};
    case Kind::limit:
    case Kind::cancelled: return {"limit", outcome.message};
    case Kind::invalid: return {"syntax", outcome.text};
  }
  return {};
}

std::string_view name_of(BlockKind kind) { return kind == BlockKind::fence ? "fence" : "bare"; }

nlohmann::ordered_json as_json(const Block& block, const BlockStatus& status) {
  return {{"block", block.number},       {"first_line", block.first_line}, {"last_line", block.last_line},
          {"kind", name_of(block.kind)}, {"needs", block.needs},           {"assumed_imports", block.assumed_imports},
          {"status", status.status},     {"detail", status.detail}};
}

void write_line(const Block& block, const BlockStatus& status, std::ostream& out) {
  out << block.number << "  lines " << block.first_line << '-' << block.last_line << "  " << name_of(block.kind) << "  "
      << status.status << "  " << block.scenario->name.text;
  if (!status.detail.empty()) out << ": " << status.detail;
  out << '\n';
}

}  // namespace

int blocks_command(const BlocksOptions& options, const Console& console) {
  const std::optional<lessons::Lesson> lesson = open_document(options.file, console);
  if (!lesson) return status_invalid;
  const std::optional<script::Limits> limits = limits_for(*lesson, {}, console);
  if (!limits) return status_invalid;
  Runner runner;
  auto json = nlohmann::ordered_json::array();
  for (const Block& block : blocks_of(*lesson)) {
    What what;
    what.block = block.number;
    what.with_earlier = true;
    const std::vector<Chosen> chosen = choose(*lesson, what, console);
    const run::Settings settings{.program = chosen.front().program, .limits = *limits, .detail = run::Detail::tasks};
    const run::Recorded recorded = runner.record(settings, nullptr);
    if (recorded.outcome.kind == run::Outcome::Kind::cancelled) return status_interrupted;
    const BlockStatus status = judge(block, recorded);
    if (options.json) {
      json.push_back(as_json(block, status));
    } else {
      write_line(block, status, console.out);
    }
  }
  if (options.json) {
    console.out << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
  }
  return status_ok;
}

}  // namespace loopline::commands
