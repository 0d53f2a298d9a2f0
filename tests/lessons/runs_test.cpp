// What a run shows about a lesson: whether scenarios end as they should, and what quizzes are answered.
#include <QTest>

#include "lesson_test.h"
#include "lessons/check.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class RunsTest : public QObject {
  Q_OBJECT

 private slots:
  void a_scenario_ends_as_it_should_data();
  void a_scenario_ends_as_it_should();
  void a_wrong_end_is_told_where_it_was_raised_or_declared();
  void an_authored_quiz_has_its_own_answer();
  void a_quiz_about_the_trace_asks_it();
  void the_authors_choices_replace_those_of_the_trace();
  void a_quiz_without_an_answer_is_an_error();
};

namespace {

using Kind = ScenarioEnd::Kind;

Lesson with_quiz(const std::string& quiz) {
  return lesson("```python name=one\npass\n```\n```quiz\nask: Why?\n" + quiz + "```\n");
}

QString answer(const Lesson& l, const AskTrace& ask) {
  const std::optional<QuizAnswer> answer = answer_of(l, l.quizzes.at(0), ask);
  if (!answer) return "none";
  QStringList choices;
  for (const std::string& choice : answer->choices) choices << text(choice);
  return text(answer->answer) + " of " + choices.join(",");
}

std::optional<QuizAnswer> trace(About about, const Scenario& scenario) {
  return QuizAnswer{{"p", "q"}, about == About::end_time && scenario.name.text == "one" ? "q" : "p"};
}
std::optional<QuizAnswer> silent(About /*about*/, const Scenario& /*scenario*/) { return std::nullopt; }

}  // namespace

void RunsTest::a_scenario_ends_as_it_should_data() {
  QTest::addColumn<QByteArray>("expect");
  QTest::addColumn<int>("kind");
  QTest::addColumn<QByteArray>("exception");
  QTest::addColumn<int>("code");
  QTest::addColumn<QString>("told");
  const auto row = [](const char* name, const char* expect, Kind kind, const char* exception, int code,
                      const char* told) {
    QTest::newRow(name) << QByteArray(expect) << int(kind) << QByteArray(exception) << code << QString(told);
  };
  row("well", "", Kind::ended, "", 0, "");
  row("well, but an error was expected", "ValueError", Kind::ended, "", 0, "with ValueError, but it ended well.");
  row("the error that was expected", "ValueError", Kind::raised, "ValueError", 0, "");
  row("a module in front", "asyncio.TimeoutError", Kind::raised, "TimeoutError", 0, "");
  row("another error", "ValueError", Kind::raised, "KeyError", 0, "with ValueError, but it ended with KeyError.");
  row("an error nobody expected", "", Kind::raised, "KeyError", 0, "well, but it ended with KeyError.");
  row("deadlock", "deadlock", Kind::deadlock, "", 0, "");
  row("server without visitors", "", Kind::serves, "", 0, "");
  row("server expected to wait", "deadlock", Kind::serves, "", 0, "");
  row("server expected to fail", "ValueError", Kind::serves, "", 0, "with ValueError, but its server waits for ever.");
  row("deadlock nobody expected", "", Kind::deadlock, "", 0, "well, but it waits for ever.");
  row("limit", "limit", Kind::limit, "", 0, "");
  row("limit for deadlock", "deadlock", Kind::limit, "", 0, "with deadlock, but it was stopped at a limit.");
  row("exit with 0 is well", "", Kind::exited, "", 0, "");
  row("exit with 2 is not", "", Kind::exited, "", 2, "well, but it ended with SystemExit(2).");
  row("exit as expected", "SystemExit", Kind::exited, "", 2, "");
}

void RunsTest::a_scenario_ends_as_it_should() {
  QFETCH(QByteArray, expect);
  QFETCH(int, kind);
  QFETCH(QByteArray, exception);
  QFETCH(int, code);
  QFETCH(QString, told);
  const Lesson l = lesson("```python name=one expect=\"" + expect.toStdString() + "\"\npass\n```\n");
  const Diagnostics found = check_end(l, l.scenarios[0], {Kind(kind), exception.toStdString(), code, "", {}});
  const QString place = expect.isEmpty() ? "x.md:1:1" : "x.md:1:27";
  QCOMPARE(texts(found), told.isEmpty() ? QString() : place + ": error: The block 'one' should end " + told + "\n");
}

void RunsTest::a_wrong_end_is_told_where_it_was_raised_or_declared() {
  const Lesson l = lesson("- a\n\n  ```python name=one\n  x\n  raise KeyError(1)\n  ```\n");
  QCOMPARE(texts(check_end(l, l.scenarios[0], {Kind::raised, "KeyError", 0, "KeyError: 1", {2, 1}})),
           QString("x.md:5:3: error: The block 'one' should end well, but it ended with KeyError: 1.\n"));
  QCOMPARE(texts(check_end(l, l.scenarios[0], {Kind::limit, "", 0, "stopped at 10 events", {}})),
           QString("x.md:3:3: error: The block 'one' should end well, but it was stopped at 10 events.\n"));
}

void RunsTest::an_authored_quiz_has_its_own_answer() {
  QCOMPARE(answer(with_quiz("choices: [a, b]\nanswer: b\n"), silent), QString("b of a,b"));
  QCOMPARE(answer(with_quiz("choices: [a, b]\nanswer: c\n"), silent), QString("none"));
  QCOMPARE(answer(with_quiz("choices: [a, b]\n"), silent), QString("none"));
}

void RunsTest::a_quiz_about_the_trace_asks_it() {
  QCOMPARE(answer(with_quiz("about: end-time\n"), trace), QString("q of p,q"));
  QCOMPARE(answer(with_quiz("about: first-print\n"), trace), QString("p of p,q"));
  QCOMPARE(answer(with_quiz("about: nonsense\n"), trace), QString("none"));
  QCOMPARE(answer(with_quiz("about: end-time\nscenario: two\n"), trace), QString("none"));
  QCOMPARE(answer(with_quiz("about: end-time\n"), silent), QString("none"));
}

void RunsTest::the_authors_choices_replace_those_of_the_trace() {
  QCOMPARE(answer(with_quiz("about: end-time\nchoices: [x, q, y]\n"), trace), QString("q of x,q,y"));
  QCOMPARE(answer(with_quiz("about: end-time\nchoices: [x, y]\n"), trace), QString("none"));
}

void RunsTest::a_quiz_without_an_answer_is_an_error() {
  QCOMPARE(texts(check_answers(with_quiz("about: end-time\n"), trace)), QString());
  QCOMPARE(texts(check_answers(with_quiz("choices: [a, b]\nanswer: c\n"), trace)), QString());
  QCOMPARE(texts(check_answers(with_quiz("about: end-time\n"), silent)),
           QString("x.md:6:8: error: The run of 'one' has no answer to 'end-time'.\n"));
  QCOMPARE(
      texts(check_answers(with_quiz("about: end-time\nchoices: [x, y]\n"), trace)),
      QString("x.md:6:8: error: The run of 'one' has no answer to 'end-time', or none that is among the choices.\n"));
}

QTEST_APPLESS_MAIN(RunsTest)
#include "runs_test.moc"
