#include <QTest>
#include <set>

#include "random_programs.h"
#include "replay/questions.h"

using namespace loopline;
using namespace loopline::replay;
using namespace loopline::test;

namespace {

const std::vector<Program> kTwoSleepers{{"main", {print("start"), spawn(1), spawn(2), join(0), join(1), print("end")}},
                                        {"say", {wait(2000), print("world")}},
                                        {"say", {wait(1000), print("hello")}}};

std::string right(const std::optional<Question>& question) {
  if (!question) qFatal("no question");
  return question->choices.at(question->answer);
}

constexpr Ask kAll[] = {Ask::next_task,   Ask::next_print, Ask::end_time,
                        Ask::first_print, Ask::last_print, Ask::print_order};

}  // namespace

class TestQuestions : public QObject {
  Q_OBJECT

 private slots:
  void answers_are_what_happens() {
    const Replay replay = run(kTwoSleepers);
    QCOMPARE(right(question(replay, Ask::first_print, {})), std::string("start"));
    QCOMPARE(right(question(replay, Ask::last_print, {})), std::string("end"));
    QCOMPARE(right(question(replay, Ask::end_time, {})), std::string("2.000 s"));
    QCOMPARE(right(question(replay, Ask::next_print, replay.at_time(kSecond / 2))), std::string("hello"));
    QCOMPARE(right(question(replay, Ask::next_task, replay.at_time(kSecond / 2))), std::string("Task-3"));
    QCOMPARE(right(question(replay, Ask::print_order, {})), std::string("start\nhello\nworld\nend"));
    QVERIFY(!question(replay, Ask::next_print, replay.end()).has_value());
    QVERIFY(!question(replay, Ask::end_time, replay.end()).has_value());
  }

  void quizzes_are_answered_from_the_run() {
    const Replay replay = run(kTwoSleepers);
    QCOMPARE(answer_about(replay, "first-print").value(), std::string("start"));
    QCOMPARE(answer_about(replay, "last-print").value(), std::string("end"));
    QCOMPARE(answer_about(replay, "print-order").value(), std::string("start\nhello\nworld\nend"));
    QCOMPARE(answer_about(replay, "end-time").value(), std::string("2.000 s"));
    QCOMPARE(answer_about(replay, "next-task", replay.at_time(kSecond / 2)).value(), std::string("Task-3"));
    QVERIFY(!answer_about(replay, "something-else").has_value());
    QVERIFY(!answer_about(replay, "next-task", replay.end()).has_value());
    QVERIFY(!answer_about(run({{"main", {wait(10)}}}), "first-print").has_value());
  }

  void every_question_has_one_right_answer_among_different_ones_data() {
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 40; ++seed) QTest::addRow("%u", seed) << seed;
  }
  void every_question_has_one_right_answer_among_different_ones() {
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    const Replay replay = run(random_programs(random));
    for (const Ask ask : kAll) {
      for (EventIndex event = 0; event <= replay.event_count(); event += 7) {
        const auto asked = question(replay, ask, replay.after(event));
        if (!asked) continue;
        QVERIFY(asked->choices.size() >= 2 && asked->choices.size() <= 5);
        QVERIFY(asked->answer < asked->choices.size());
        QCOMPARE((std::set<std::string>(asked->choices.begin(), asked->choices.end()).size()), asked->choices.size());
        QVERIFY(asked->revealed >= asked->at);
        const auto again = question(replay, ask, replay.after(event));
        QVERIFY(again->choices == asked->choices && again->answer == asked->answer);
        if (ask == Ask::next_task) {
          const trace::Event step = replay.event(asked->revealed.event);
          QVERIFY(step.kind == trace::Kind::step_begin);
          QCOMPARE(right(asked), std::string(replay.task_name(step.task, asked->at)));
        }
      }
    }
  }

  void the_place_of_the_right_answer_tells_nothing() {
    std::set<std::size_t> places;
    for (unsigned seed = 1; seed <= 40; ++seed) {
      std::mt19937 random(seed);
      const Replay replay = run(random_programs(random));
      for (auto asked = next_question(replay, Ask::next_task, {}); asked;
           asked = next_question(replay, Ask::next_task, asked->revealed)) {
        if (asked->choices.size() == 3) places.insert(asked->answer);
      }
    }
    QCOMPARE(places.size(), std::size_t{3});
  }

  void predicting_goes_from_question_to_question() {
    const Replay replay = run(kTwoSleepers);
    std::vector<std::string> prints;
    for (auto asked = next_question(replay, Ask::next_print, {}); asked;
         asked = next_question(replay, Ask::next_print, asked->revealed)) {
      QVERIFY(asked->at < asked->revealed);
      prints.push_back(right(asked));
    }
    QVERIFY((prints == std::vector<std::string>{"start", "hello", "world", "end"}));
    EventIndex last = 0;
    for (auto asked = next_question(replay, Ask::next_task, {}); asked;
         asked = next_question(replay, Ask::next_task, asked->revealed)) {
      QVERIFY(asked->revealed.event > last);
      last = asked->revealed.event;
    }
    QVERIFY(last != 0 && last <= replay.own_end().event);
  }

  void two_runs_are_asked_which_ends_first() {
    const Replay slow = run({{"main", {wait(3000)}}}), fast = run({{"main", {wait(2000)}}});
    QCOMPARE(right(which_ends_first(slow, fast, "A", "B", "together")), std::string("B"));
    QCOMPARE(right(which_ends_first(fast, slow, "A", "B", "together")), std::string("A"));
    QCOMPARE(right(which_ends_first(fast, fast, "A", "B", "together")), std::string("together"));
    QVERIFY(!which_ends_first(fast, slow, "A", "A", "together").has_value());
  }

  void a_run_with_nothing_to_choose_from_asks_nothing() {
    const Replay replay = run({{"main", {print("same"), print("same")}}});
    QVERIFY(!question(replay, Ask::next_print, {}).has_value());
    QVERIFY(!question(replay, Ask::print_order, {}).has_value());
    QVERIFY(!next_question(replay, Ask::next_task, {}).has_value());
    QVERIFY(!question(replay_of({}), Ask::first_print, {}).has_value());
  }
};

QTEST_APPLESS_MAIN(TestQuestions)
#include "test_questions.moc"
