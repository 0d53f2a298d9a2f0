#include "lessons/check.h"

#include <algorithm>
#include <array>
#include <map>

#include "lessons/chapters.h"
#include "lessons/limits.h"
#include "lessons/nearest.h"
#include "lessons/world.h"
#include "report.h"
#include "source_text.h"

namespace loopline::lessons {
namespace {

constexpr std::size_t most_compared = 3;
constexpr std::string_view from_trace = "from-trace";
constexpr std::array<std::string_view, 2> ends_without_exception{"deadlock", "limit"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_block_name(std::string_view name) {
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.'; });
}

bool is_dotted_name(std::string_view name) {
  bool start = true;
  for (const char c : name) {
    if (start && !is_letter(c) && c != '_') return false;
    if (!start && !is_letter(c) && !is_digit(c) && c != '_' && c != '.') return false;
    start = c == '.';
  }
  return !start;
}

std::vector<std::string_view> names_of(const Lesson& lesson) {
  std::vector<std::string_view> names;
  for (const Scenario& scenario : lesson.scenarios) names.push_back(scenario.name.text);
  return names;
}

std::string listed(std::span<const std::string_view> names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text;
}

void check_chapter(const Lesson& lesson, Report& report) {
  if (lesson.chapter.empty() || chapter_number(lesson.chapter)) return;
  std::vector<std::string_view> titles;
  for (const Chapter& chapter : chapters()) titles.push_back(chapter.title);
  const std::string_view meant = nearest(lesson.chapter, titles);
  if (meant.empty()) return;  // a chapter of the author's own
  report.hint(lesson.chapter_at, "'" + lesson.chapter + "' is no chapter of the catalogue.", meant);
}

void check_name(const Scenario& scenario, Report& report) {
  const bool given = std::any_of(scenario.attributes.begin(), scenario.attributes.end(),
                                 [](const Attribute& attribute) { return attribute.key.text == "name"; });
  const std::string& name = scenario.name.text;
  if (!given || is_block_name(name)) return;
  report.error(scenario.name.at, "'" + name + "' is no name for a block; expected letters, digits, '-', '_' and '.'.");
}

void check_expect(const Scenario& scenario, Report& report) {
  const std::string& expect = scenario.expect.text;
  if (expect.empty() || expect == "deadlock" || expect == "limit") return;
  const std::string_view meant = nearest(expect, ends_without_exception);
  if (!is_dotted_name(expect) || !meant.empty()) {
    report.error(scenario.expect.at,
                 "'" + expect + "' is no way to end; expected an exception's name, deadlock or limit.", meant);
  }
}

void check_scenarios(const Lesson& lesson, Report& report) {
  if (lesson.scenarios.empty()) report.hint({1, 1}, "The lesson has no python block, so there is nothing to run.");
  std::map<std::string_view, int> line_of;
  for (const Scenario& scenario : lesson.scenarios) {
    check_name(scenario, report);
    const auto [first, is_new] = line_of.try_emplace(scenario.name.text, scenario.at.line);
    if (!is_new) {
      report.error(scenario.name.at, "The name '" + scenario.name.text + "' is taken by the block on line " +
                                         std::to_string(first->second) + "; every block needs its own.");
    }
    check_expect(scenario, report);
    if (is_blank(scenario.code)) {
      report.error(scenario.at, "The block '" + scenario.name.text + "' holds no code.");
    }
  }
}

void check_compare(const Lesson& lesson, Report& report) {
  const std::vector<std::string_view> names = names_of(lesson);
  for (std::size_t i = 0; i < lesson.compare.size(); ++i) {
    const Located& name = lesson.compare[i];
    const auto same = [&](const Located& other) { return other.text == name.text; };
    const auto here = lesson.compare.begin() + static_cast<std::ptrdiff_t>(i);
    if (lesson.scenario(name.text) == nullptr) {
      report.error(name.at, "'compare' names '" + name.text + "', but no python block has that name.",
                   nearest(name.text, names));
    } else if (std::any_of(lesson.compare.begin(), here, same)) {
      report.error(name.at, "'compare' names '" + name.text + "' twice.");
    } else if (i == most_compared) {
      report.hint(name.at,
                  "More than three blocks do not fit side by side; this one and what follows is not compared.");
    }
  }
  if (lesson.compare.size() == 1) {
    report.hint(lesson.compare[0].at,
                "There is nothing to compare '" + lesson.compare[0].text + "' with; expected two or three names.");
  }
}

void check_choices(const Quiz& quiz, Report& report) {
  for (std::size_t i = 0; i < quiz.choices.size(); ++i) {
    const auto here = quiz.choices.begin() + static_cast<std::ptrdiff_t>(i);
    const bool again =
        std::any_of(quiz.choices.begin(), here, [&](const Located& other) { return other.text == here->text; });
    if (again) report.error(here->at, "The choice '" + here->text + "' stands here a second time.");
  }
  if (quiz.choices.size() == 1) {
    report.error(quiz.choices[0].at, "One choice is no question; expected at least two.");
  }
}

// The author gives the answer.
void check_answer(const Quiz& quiz, Report& report) {
  if (quiz.answer && quiz.answer->text == from_trace) {
    report.error(quiz.answer->at,
                 "An answer from the trace needs 'about' to say what is asked: " + listed(about_names()) + ".");
  } else if (quiz.choices.empty() || !quiz.answer) {
    report.error(quiz.at, "The quiz has no answer; expected 'about', or 'choices' and 'answer'.");
  } else {
    std::vector<std::string_view> choices;
    for (const Located& choice : quiz.choices) choices.push_back(choice.text);
    if (std::find(choices.begin(), choices.end(), quiz.answer->text) != choices.end()) return;
    report.error(quiz.answer->at, "The answer '" + quiz.answer->text + "' is not among the choices.",
                 nearest(quiz.answer->text, choices));
  }
}

// The trace gives the answer.
void check_about(const Lesson& lesson, const Quiz& quiz, Report& report) {
  if (!about_named(quiz.about->text)) {
    report.error(quiz.about->at, "'about' is '" + quiz.about->text + "'; expected " + listed(about_names()) + ".",
                 nearest(quiz.about->text, about_names()));
  }
  if (quiz.answer && quiz.answer->text != from_trace) {
    report.error(quiz.answer->at, "The answer comes from the trace, because of 'about'; leave out one of the two.");
  }
  if (lesson.scenarios.empty()) {
    report.error(quiz.about->at, "The lesson has no python block whose trace could give the answer.");
  }
}

void check_quiz(const Lesson& lesson, const Quiz& quiz, Report& report) {
  if (quiz.ask.text.empty()) report.error(quiz.at, "The quiz asks nothing; expected 'ask: …'.");
  if (quiz.scenario && lesson.scenario(quiz.scenario->text) == nullptr) {
    report.error(quiz.scenario->at,
                 "The quiz is about '" + quiz.scenario->text + "', but no python block has that name.",
                 nearest(quiz.scenario->text, names_of(lesson)));
  }
  check_choices(quiz, report);
  if (quiz.about) {
    check_about(lesson, quiz, report);
  } else {
    check_answer(quiz, report);
  }
}

std::string_view without_module(std::string_view name) { return name.substr(name.rfind('.') + 1); }

bool ended_as_expected(std::string_view expect, const ScenarioEnd& end) {
  switch (end.kind) {
    case ScenarioEnd::Kind::ended: return expect.empty();
    case ScenarioEnd::Kind::raised: return !expect.empty() && without_module(expect) == end.exception;
    case ScenarioEnd::Kind::exited: return expect == "SystemExit" || (expect.empty() && end.exit_code == 0);
    case ScenarioEnd::Kind::deadlock: return expect == "deadlock";
    case ScenarioEnd::Kind::limit: return expect == "limit";
    case ScenarioEnd::Kind::serves: return expect.empty() || expect == "deadlock";
  }
  return false;
}

std::string describe(const ScenarioEnd& end) {
  switch (end.kind) {
    case ScenarioEnd::Kind::ended: return "it ended well";
    case ScenarioEnd::Kind::raised: return "it ended with " + (end.detail.empty() ? end.exception : end.detail);
    case ScenarioEnd::Kind::exited: return "it ended with SystemExit(" + std::to_string(end.exit_code) + ")";
    case ScenarioEnd::Kind::deadlock: return "it waits for ever";
    case ScenarioEnd::Kind::serves: return "its server waits for ever";
    case ScenarioEnd::Kind::limit: return "it was " + (end.detail.empty() ? "stopped at a limit" : end.detail);
  }
  return {};
}

}  // namespace

Diagnostics check(const Lesson& lesson) {
  Report report(lesson.path);
  check_chapter(lesson, report);
  check_scenarios(lesson, report);
  check_compare(lesson, report);
  for (const Quiz& quiz : lesson.quizzes) check_quiz(lesson, quiz, report);
  Diagnostics of_front_matter;
  limits_of(lesson, &of_front_matter);
  world_of(lesson, &of_front_matter);
  report.append(of_front_matter);
  return report.take();
}

Diagnostics check_end(const Lesson& lesson, const Scenario& scenario, const ScenarioEnd& end) {
  Report report(lesson.path);
  const std::string& expect = scenario.expect.text;
  if (!ended_as_expected(expect, end)) {
    const Position declared = expect.empty() ? scenario.at : scenario.expect.at;
    const Position at = end.at.line > 0 ? in_file(scenario, end.at) : declared;
    report.error(at, "The block '" + scenario.name.text + "' should end " +
                         (expect.empty() ? "well" : "with " + expect) + ", but " + describe(end) + ".");
  }
  return report.take();
}

std::optional<QuizAnswer> answer_of(const Lesson& lesson, const Quiz& quiz, const AskTrace& ask) {
  QuizAnswer result;
  for (const Located& choice : quiz.choices) result.choices.push_back(choice.text);
  if (quiz.about) {
    const std::optional<About> about = about_named(quiz.about->text);
    const Scenario* scenario = scenario_of(lesson, quiz);
    std::optional<QuizAnswer> traced;
    if (about && scenario != nullptr) traced = ask(*about, *scenario);
    if (!traced) return std::nullopt;
    result.answer = traced->answer;
    if (result.choices.empty()) result.choices = std::move(traced->choices);
  } else if (quiz.answer) {
    result.answer = quiz.answer->text;
  }
  const bool answerable =
      std::find(result.choices.begin(), result.choices.end(), result.answer) != result.choices.end();
  return answerable ? std::optional(std::move(result)) : std::nullopt;
}

Diagnostics check_answers(const Lesson& lesson, const AskTrace& ask) {
  Report report(lesson.path);
  for (const Quiz& quiz : lesson.quizzes) {
    if (!quiz.about || !about_named(quiz.about->text) || scenario_of(lesson, quiz) == nullptr) continue;
    if (answer_of(lesson, quiz, ask)) continue;
    report.error(quiz.about->at, "The run of '" + scenario_of(lesson, quiz)->name.text + "' has no answer to '" +
                                     quiz.about->text + "'" +
                                     (quiz.choices.empty() ? "." : ", or none that is among the choices."));
  }
  return report.take();
}

}  // namespace loopline::lessons
