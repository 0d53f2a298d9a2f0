// How a run ends, and what it writes.
#include <QTest>
#include <chrono>
#include <thread>

#include "run_testing.h"
#include "trace/recorder.h"

using namespace loopline;
using namespace loopline::run;
using namespace loopline::run::test;
using Kind = Outcome::Kind;

namespace {

struct Ran {
  Outcome outcome;
  Kept output;
  trace::RunData data;
};

Ran ran(const Settings& settings) {
  Ran result;
  Recorded recorded = record(settings, &result.output);
  result.outcome = std::move(recorded.outcome);
  result.data = std::move(recorded.data);
  return result;
}

Ran ran(std::string_view source) { return ran(settings_for(source)); }

void ends_with_limit(const Settings& settings, const char* name) {
  for (const Detail detail : {Detail::full, Detail::tasks}) {
    Settings detailed = settings;
    detailed.detail = detail;
    const Ran run = ran(detailed);
    QCOMPARE(run.outcome.kind, Kind::limit);
    QCOMPARE(run.outcome.text, std::string(name));
    QVERIFY(!run.outcome.message.empty());
    QCOMPARE(run.data.run.state, trace::RunState::limit);
    QCOMPARE(run.data.run.ended_text, run.outcome.message);
    QCOMPARE(lines_of(run.data).back(), "limit '" + std::string(name) + "'");
  }
  Settings off = settings;
  off.detail = Detail::off;
  if (std::string_view(name) != "events") QCOMPARE(run::run(off, nullptr).kind, Kind::limit);
}

}  // namespace

class OutcomeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void code_that_can_hardly_be_meant_is_warned_of_before_it_runs() {
    const Ran run =
        ran("x = 5\n"
            "if x is 5 and x is not 'a': print('five')\n"
            "assert (x, 'message')\n"
            "def f():\n"
            "    return [(1, 2)\n"
            "            (3, 4)], [1]['a'], {1}[0], 'a'[0], x is None, (lambda: 1)()\n"
            "print(eval('x is -1'))\n");
    QCOMPARE(run.output.out, std::string("five\nFalse\n"));
    QCOMPARE(run.output.err,
             std::string("main.py:2: SyntaxWarning: \"is\" with a literal. Did you mean \"==\"?\n"
                         "  if x is 5 and x is not 'a': print('five')\n"
                         "main.py:2: SyntaxWarning: \"is not\" with a literal. Did you mean \"!=\"?\n"
                         "  if x is 5 and x is not 'a': print('five')\n"
                         "main.py:3: SyntaxWarning: assertion is always true, perhaps remove parentheses?\n"
                         "  assert (x, 'message')\n"
                         "main.py:5: SyntaxWarning: 'tuple' object is not callable; perhaps you missed a comma?\n"
                         "  return [(1, 2)\n"
                         "main.py:6: SyntaxWarning: list indices must be integers or slices, not str; perhaps you "
                         "missed a comma?\n"
                         "  (3, 4)], [1]['a'], {1}[0], 'a'[0], x is None, (lambda: 1)()\n"
                         "main.py:6: SyntaxWarning: 'set' object is not subscriptable; perhaps you missed a comma?\n"
                         "  (3, 4)], [1]['a'], {1}[0], 'a'[0], x is None, (lambda: 1)()\n"
                         "<string>:1: SyntaxWarning: \"is\" with a literal. Did you mean \"==\"?\n"));
  }

  void a_program_that_ends_has_ended() {
    const Ran run = ran("print('a')\nprint('b', end='')\n");
    QCOMPARE(run.outcome.kind, Kind::ended);
    QCOMPARE(run.outcome.exit_code, 0);
    QCOMPARE(run.output.out, std::string("a\nb"));
    QCOMPARE(run.output.err, std::string());
    QCOMPARE(run.data.run.state, trace::RunState::finished);
    QCOMPARE(run.data.run.info.title, std::string("test"));
    QCOMPARE(run.data.run.info.file_name, std::string("main.py"));
  }

  void an_exception_nobody_catches_is_reported_as_python_does() {
    const Ran run = ran("def f(x):\n    return x[3]\n\nf([1])\n");
    QCOMPARE(run.outcome.kind, Kind::raised);
    QCOMPARE(run.outcome.exit_code, 1);
    QCOMPARE(run.outcome.exception, std::string("IndexError"));
    QCOMPARE(run.outcome.text, std::string("IndexError: list index out of range"));
    QCOMPARE(run.outcome.line, 2);
    const std::string report =
        "Traceback (most recent call last):\n"
        "  File \"main.py\", line 4, in <module>\n"
        "    f([1])\n"
        "  File \"main.py\", line 2, in f\n"
        "    return x[3]\n"
        "           ~^^^\n"
        "IndexError: list index out of range\n";
    QCOMPARE(run.outcome.message, report);
    QCOMPARE(run.output.err, report);
    QCOMPARE(run.data.run.state, trace::RunState::exception);
    QCOMPARE(run.data.run.ended_text, run.outcome.text);
    // The console of a replay shows it too.
    std::string recorded;
    for (trace::EventNumber number = 1; number <= run.data.events.size(); ++number) {
      const trace::Event event = run.data.events[number];
      if (event.kind != trace::Kind::report) continue;
      recorded += std::string(run.data.strings[static_cast<trace::StringId>(event.a)]) + "\n";
    }
    QCOMPARE(recorded, report);
  }

  void the_text_of_an_exception_is_its_first_line() {
    QCOMPARE(ran("raise ValueError('one\\ntwo')").outcome.text, std::string("ValueError: one"));
  }

  void an_exit_has_a_code_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("err");
    QTest::newRow("none") << QByteArray("raise SystemExit") << 0 << QByteArray("None") << QByteArray();
    QTest::newRow("number") << QByteArray("raise SystemExit(3)") << 3 << QByteArray("3") << QByteArray();
    QTest::newRow("true") << QByteArray("raise SystemExit(True)") << 1 << QByteArray("True") << QByteArray();
    QTest::newRow("text") << QByteArray("raise SystemExit('bye')") << 1 << QByteArray("'bye'") << QByteArray("bye\n");
  }
  void an_exit_has_a_code() {
    QFETCH(QByteArray, source);
    QFETCH(int, code);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, err);
    const Ran run = ran(source.toStdString());
    QCOMPARE(run.outcome.kind, Kind::exited);
    QCOMPARE(run.outcome.exit_code, code);
    QCOMPARE(run.outcome.text, text.toStdString());
    QCOMPARE(run.output.err, err.toStdString());
    QCOMPARE(run.data.run.state, trace::RunState::sysexit);
  }

  void what_is_no_python_does_not_run() {
    const Ran run = ran("print(1)\nx = = 2\n");
    QCOMPARE(run.outcome.kind, Kind::invalid);
    QCOMPARE(run.outcome.line, 2);
    QCOMPARE(run.outcome.column, 5);
    QCOMPARE(run.outcome.text, std::string("SyntaxError: invalid syntax"));
    QCOMPARE(run.outcome.message, std::string("  File \"main.py\", line 2\n    x = = 2\n        ^\n"
                                              "SyntaxError: invalid syntax\n"));
    QCOMPARE(run.output.out, std::string());
    QCOMPARE(run.output.err, run.outcome.message);
    QCOMPARE(run.data.run.state, trace::RunState::exception);
  }

  void waiting_for_ever_is_a_deadlock() {
    const Ran run =
        ran("import asyncio\nasync def main():\n    print('x', end='')\n    await asyncio.Event().wait()\n"
            "asyncio.run(main())\n");
    QCOMPARE(run.outcome.kind, Kind::deadlock);
    QCOMPARE(run.data.run.state, trace::RunState::deadlock);
    const std::vector<std::string> lines = lines_of(run.data);
    QCOMPARE(lines.back(), std::string("deadlock"));
    QCOMPARE(lines[lines.size() - 2], std::string("out 'x'"));
  }

  // ---- limits

  void too_many_instructions_end_a_run() {
    Settings settings = settings_for("n = 0\nwhile True:\n    n += 1\n");
    settings.limits.instructions = 10'000;
    ends_with_limit(settings, "instructions");
  }

  void too_much_memory_ends_a_run() {
    Settings settings = settings_for("kept = []\nwhile True:\n    kept.append([1, 2, 3])\n");
    settings.limits.memory_bytes = 4U * 1024 * 1024;
    ends_with_limit(settings, "memory");
  }

  void too_much_output_ends_a_run() {
    Settings settings = settings_for("while True:\n    print('0123456789')\n");
    settings.limits.output_bytes = 1000;
    ends_with_limit(settings, "output");
    QVERIFY(ran(settings).output.out.size() <= 1000);
  }

  void too_many_events_end_a_run() {
    Settings settings = settings_for(
        "import asyncio\nasync def main():\n    while True:\n        print('x')\n        await asyncio.sleep(0)\n"
        "asyncio.run(main())\n");
    settings.limits.events = 5'000;
    ends_with_limit(settings, "events");
    const Ran run = ran(settings);
    QCOMPARE(run.data.events.size(), std::size_t{5'001});
    // What was printed is what was recorded.
    std::size_t printed = 0;
    for (const std::string& line : lines_of(run.data)) printed += line == "out 'x'";
    QCOMPARE(run.output.out.size(), 2 * printed);
  }

  void too_much_virtual_time_ends_a_run() {
    Settings settings = settings_for(
        "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(10)\n"
        "asyncio.run(main())\n");
    settings.limits.virtual_time = std::chrono::seconds(65);
    ends_with_limit(settings, "virtual_seconds");
    const Ran run = ran(settings);
    QCOMPARE(run.data.events.time(run.data.events.size()), std::int64_t{60'000'006'000});
  }

  void a_sleeping_program_meets_the_limit_of_time_too() {
    Settings settings = settings_for("import time\nwhile True:\n    time.sleep(7)\n");
    settings.limits.virtual_time = std::chrono::seconds(65);
    ends_with_limit(settings, "virtual_seconds");
  }

  void recursion_without_end_is_an_error_of_the_program() {
    QCOMPARE(ran("def f():\n    f()\nf()\n").outcome.exception, std::string("RecursionError"));
  }

  void deep_recursion_through_native_code_is_an_error_of_the_program() {
    const Ran run =
        ran("class A:\n    def __init__(self, inner):\n        self.inner = inner\n"
            "    def __repr__(self):\n        return repr(self.inner)\n"
            "a = A(None)\na.inner = a\nrepr(a)\n");
    QCOMPARE(run.outcome.exception, std::string("RecursionError"));
  }

  // ---- from outside

  void a_run_can_be_cancelled_from_another_thread_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::newRow("busy") << QByteArray("while True:\n    pass\n");
    QTest::newRow("switching") << QByteArray(
        "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)\n"
        "asyncio.run(main())\n");
    QTest::newRow("sleeping") << QByteArray(
        "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0.001)\n"
        "asyncio.run(main())\n");
  }
  void a_run_can_be_cancelled_from_another_thread() {
    QFETCH(QByteArray, source);
    for (const Detail detail : {Detail::full, Detail::tasks, Detail::off}) {
      Settings settings = settings_for(source.toStdString(), detail);
      settings.limits.instructions = UINT64_MAX / 2;
      settings.limits.events = UINT64_MAX / 2;
      Control control;
      const std::unique_ptr<trace::Recorder> recorder = trace::Recorder::in_memory(trace::Recorder::Keep::nothing);
      std::thread canceller([&control] {
        std::this_thread::sleep_for(std::chrono::milliseconds(30));
        control.cancel = true;
      });
      const Outcome outcome = run::run(settings, recorder.get(), nullptr, &control);
      canceller.join();
      QCOMPARE(outcome.kind, Kind::cancelled);
    }
  }

  void whoever_watches_is_told_how_far_a_run_is() {
    Control control;
    const Recorded recorded =
        record(settings_for("import asyncio\nasync def main():\n    await asyncio.sleep(2)\nasyncio.run(main())\n"),
               nullptr, &control);
    QCOMPARE(control.events.load(), std::uint64_t{recorded.data.events.size()});
    QCOMPARE(control.virtual_time.load(), std::int64_t{2'000'001'000});
  }

  // ---- the end of the process

  void names_are_cleared_in_order_when_the_program_has_ended() {
    const Ran run =
        ran("class Said:\n    def __init__(self, text):\n        self.text = text\n"
            "    def __del__(self):\n        print('gone', self.text)\n"
            "b = Said('b')\na = Said('a')\n_private = Said('private')\nprint('end')\n");
    QCOMPARE(run.output.out, std::string("end\ngone private\ngone b\ngone a\n"));
    const std::vector<std::string> lines = lines_of(run.data);
    const auto main_end = std::find(lines.begin(), lines.end(), "main_end 0 ''");
    const auto gone = std::find(lines.begin(), lines.end(), "out 'gone private'");
    QVERIFY(main_end < gone && gone != lines.end());
    QCOMPARE(lines.back(), std::string("end"));
  }

  void cycles_are_collected_at_the_end() {
    const Ran run =
        ran("class Said:\n    def __del__(self):\n        print('gone')\n"
            "def make():\n    s = Said()\n    s.itself = s\nmake()\nprint('end')\n");
    QCOMPARE(run.output.out, std::string("end\ngone\n"));
  }

  void what_is_finalised_at_the_end_finds_the_names_it_uses() {
    const Ran run =
        ran("import asyncio\nasync def job():\n    try:\n        await asyncio.sleep(9)\n"
            "    except asyncio.CancelledError:\n        print('cancelled')\n"
            "loop = asyncio.new_event_loop()\ntask = loop.create_task(job())\n"
            "loop.call_later(1, loop.stop)\nloop.run_forever()\nprint('end')\n");
    QCOMPARE(run.output.out, std::string("end\n"));
    QVERIFY2(run.output.err.find("NoneType") == std::string::npos, run.output.err.c_str());
    QVERIFY(run.output.err.find("Task was destroyed but it is pending!") != std::string::npos);
  }

  void a_coroutine_that_is_never_awaited_is_warned_about() {
    const Ran run = ran("async def main():\n    pass\nmain()\nprint('end')\n");
    QVERIFY(run.output.err.find("RuntimeWarning: coroutine 'main' was never awaited") != std::string::npos);
    const std::vector<std::string> lines = lines_of(run.data);
    QVERIFY(std::find(lines.begin(), lines.end(), "warn 0 'main'") != lines.end());
  }

  void several_runs_may_go_on_at_once() {
    const Settings settings = settings_for(
        "import asyncio\nasync def main():\n    for i in range(200):\n        await asyncio.sleep(0.01)\n"
        "    print('done')\nasyncio.run(main())\n");
    std::string first;
    std::thread other([&] { first = all_of(record(settings).data); });
    const std::string second = all_of(record(settings).data);
    other.join();
    QVERIFY(first == second);
  }
};

QTEST_APPLESS_MAIN(OutcomeTest)
#include "outcome_test.moc"
