#include "quiz.h"

#include <array>

#include "lessons/nearest.h"

namespace loopline::lessons {
namespace {

constexpr std::array<std::string_view, 6> quiz_keys{"ask", "about", "choices", "answer", "scenario", "why"};

Located scalar(const Node::Entry& entry, Report& report) {
  if (!entry.value.is_scalar()) report_expected(report, entry, "text");
  return {one_line(entry.value.text), entry.value.at};
}

void read_choices(const Node::Entry& entry, Quiz& quiz, Report& report) {
  if (entry.value.kind != Node::Kind::sequence) {
    report_expected(report, entry, R"(a list, as in ["1", "2"])");
    return;
  }
  for (const Node& item : entry.value.items) {
    if (item.is_scalar()) {
      quiz.choices.push_back({one_line(item.text), item.at});
    } else {
      report.error(item.at, "A choice must be text, not " + std::string(describe(item.kind)) + ".");
    }
  }
}

void read_entry(const Node::Entry& entry, Quiz& quiz, Report& report) {
  const std::string& key = entry.key.text;
  if (key == "ask") {
    quiz.ask = scalar(entry, report);
  } else if (key == "about") {
    quiz.about = scalar(entry, report);
  } else if (key == "choices") {
    read_choices(entry, quiz, report);
  } else if (key == "answer") {
    quiz.answer = scalar(entry, report);
  } else if (key == "scenario") {
    quiz.scenario = scalar(entry, report);
  } else if (key == "why") {
    quiz.why = scalar(entry, report).text;
  } else {
    report.hint(entry.key.at, "The key '" + key + "' means nothing to a quiz and is ignored.", nearest(key, quiz_keys));
  }
}

}  // namespace

std::optional<Quiz> read_quiz(std::string_view yaml, const YamlPlace& place, Position at, Report& report) {
  const std::optional<Node> tree = parse_yaml_mapping(yaml, place, "The quiz", report);
  if (!tree) return std::nullopt;
  Quiz quiz;
  quiz.at = at;
  for (const Node::Entry& entry : tree->entries) read_entry(entry, quiz, report);
  return quiz;
}

}  // namespace loopline::lessons
