// What a run leaves in its recording.
#include <sys/wait.h>
#include <unistd.h>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <filesystem>

#include "run_testing.h"
#include "trace/reader.h"
#include "trace/recorder.h"

using namespace loopline;
using namespace loopline::run;
using namespace loopline::run::test;

namespace {

using Lines = std::vector<std::string>;

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

void compare(const Lines& got, const Lines& wanted) {
  for (std::size_t i = 0; i < std::min(got.size(), wanted.size()); ++i) {
    if (got[i] != wanted[i]) qWarning("line %zu of\n%s", i, joined(got).c_str());
    QCOMPARE(got[i], wanted[i]);
  }
  QCOMPARE(joined(got), joined(wanted));
}

Lines script_of(std::string_view source) { return script_lines(record(settings_for(source)).data); }

Lines only(const Lines& lines, std::string_view begin) {
  Lines found;
  for (const std::string& line : lines) {
    if (line.starts_with(begin)) found.push_back(line);
  }
  return found;
}

constexpr std::string_view kTwoTasks =
    "import asyncio\n"
    "async def say(what, after):\n"
    "    await asyncio.sleep(after)\n"
    "    print(what)\n"
    "async def main():\n"
    "    other = asyncio.create_task(say('b', 2))\n"
    "    await say('a', 1)\n"
    "    await other\n"
    "asyncio.run(main())\n";

}  // namespace

class RecordingTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // ---- detail `full`

  void calls_lines_and_variables_are_told_in_order() {
    compare(script_of("def twice(x):\n    y = x + x\n    return y\nz = twice(4)\n"),
            {"call 1 '<module>' line 1 from 0", "line 1 line 1", "line 1 line 4", "call 2 'twice' line 1 from 1",
             "variable 2 x = 4", "line 2 line 2", "variable 2 y = 8", "line 2 line 3", "leave 2 '8'",
             "variable 1 z = 8", "leave 1 'None'"});
  }

  void a_variable_is_told_when_it_changed_only() {
    compare(
        only(script_of("a = [1]\nb = 'x' * 200\na = [1]\na.append(2)\nb = 1.5\ndel b\nc = True\nc = 1\n"), "variable"),
        {"variable 1 a = [1]", "variable 1 b = '" + std::string(119, 'x') + "…", "variable 1 a = [1, 2]",
         "variable 1 b = 1.5", "variable 1 b deleted", "variable 1 c = True", "variable 1 c = 1"});
  }

  void a_functions_lines_show_what_it_does_to_the_module() {
    compare(only(script_of("count = 0\nnames = []\ndef work():\n    global count\n    count += 1\n"
                           "    names.append('x')\n    return 1\nwork()\n"),
                 "variable"),
            {"variable 1 count = 0", "variable 1 names = []", "variable 1 count = 1", "variable 1 names = ['x']"});
  }

  void closures_show_what_they_share() {
    compare(only(script_of("def outer():\n    n = 1\n    def inner():\n        nonlocal n\n        n += 1\n"
                           "        return n\n    return inner()\nouter()\n"),
                 "variable"),
            {"variable 2 n = 1", "variable 3 n = 1", "variable 3 n = 2", "variable 2 n = 2"});
  }

  void exceptions_are_told_where_they_are_raised_and_caught() {
    compare(script_of("def bad():\n    raise KeyError('k')\ntry:\n    bad()\nexcept KeyError:\n    pass\n"),
            {"call 1 '<module>' line 1 from 0", "line 1 line 1", "line 1 line 4", "call 2 'bad' line 1 from 1",
             "line 2 line 2", "raise 2 KeyError('k') line 2", "leave 2 raising", "caught 1 KeyError('k') line 4",
             "line 1 line 5", "line 1 line 6", "leave 1 'None'"});
  }

  void a_generator_is_left_and_entered_again_with_each_value() {
    compare(script_of("def two():\n    yield 1\n    yield 2\nfor n in two():\n    pass\n"),
            {"call 1 '<module>' line 1 from 0", "line 1 line 1", "line 1 line 4", "call 2 'two' line 1 from 1",
             "line 2 line 2", "suspend 2 '1'", "variable 1 n = 1", "line 1 line 5", "line 1 line 4",
             "resume 2 line 2 from 1", "line 2 line 3", "suspend 2 '2'", "variable 1 n = 2", "line 1 line 5",
             "line 1 line 4", "resume 2 line 3 from 1", "leave 2 'None'", "leave 1 'None'"});
  }

  void a_coroutine_that_the_program_drives_itself_is_like_a_generator() {
    const Lines lines = script_of(
        "class Pause:\n    def __await__(self):\n        yield 'pause'\n"
        "async def inner():\n    await Pause()\nasync def outer():\n    await inner()\n"
        "c = outer()\nc.send(None)\ntry:\n    c.send(None)\nexcept StopIteration:\n    pass\n");
    compare(only(lines, "suspend"), {"suspend 5 ''pause''", "suspend 4 ''pause''", "suspend 3 ''pause''"});
    compare(only(lines, "resume"), {"resume 3 line 7 from 1", "resume 4 line 5 from 3", "resume 5 line 3 from 4"});
  }

  void a_task_that_waits_keeps_its_frames() {
    const Lines lines = script_of(kTwoTasks);
    QVERIFY(only(lines, "suspend").empty());
    QVERIFY(only(lines, "resume").empty());
    compare(only(lines, "call"), {"call 1 '<module>' line 1 from 0", "call 2 'main' line 5 from 0",
                                  "call 3 'say' line 2 from 2", "call 4 'say' line 2 from 0"});
    compare(only(lines, "leave"), {"leave 3 'None'", "leave 4 'None'", "leave 2 'None'", "leave 1 'None'"});
  }

  void an_asynchronous_generator_is_left_with_its_values_but_not_when_it_waits() {
    const Lines lines = script_of(
        "import asyncio\nasync def values():\n    yield 1\n    await asyncio.sleep(1)\n    yield 2\n"
        "async def main():\n    async for v in values():\n        pass\nasyncio.run(main())\n");
    compare(only(lines, "suspend"), {"suspend 3 '1'", "suspend 3 '2'"});
    compare(only(lines, "resume"), {"resume 3 line 3 from 2", "resume 3 line 5 from 2"});
  }

  void nothing_of_the_program_runs_for_the_recording() {
    const Recorded recorded =
        record(settings_for("class Loud:\n    def __init__(self):\n        self.n = 1\n    def __repr__(self):\n"
                            "        print('repr')\n        self.n += 1\n        return 'loud'\n"
                            "x = Loud()\ny = [x]\nprint(x.n)\n"));
    compare(only(lines_of(recorded.data), "out "), {"out '1'"});
    compare(only(script_lines(recorded.data), "variable 1"),
            {"variable 1 x = <Loud n=1>", "variable 1 y = [<Loud n=1>]"});
  }

  void what_is_recorded_keeps_no_object_alive() {
    const Recorded recorded =
        record(settings_for("class Said:\n    def __del__(self):\n        print('gone')\n"
                            "def f():\n    s = Said()\n    return 1\nf()\nprint('after')\n"));
    compare(only(lines_of(recorded.data), "out "), {"out 'gone'", "out 'after'"});
  }

  void the_library_has_neither_lines_nor_calls() {
    const Lines lines = script_of("import functools\nf = functools.partial(int, '7')\nprint(f())\n");
    compare(only(lines, "call"), {"call 1 '<module>' line 1 from 0"});
  }

  // ---- detail `tasks`

  void a_switch_costs_two_rows_and_a_turn_one() {
    const auto rows = [](int switches) {
      const std::string source = "import asyncio\nasync def main():\n    for i in range(" + std::to_string(switches) +
                                 "):\n        await asyncio.sleep(0)\nasyncio.run(main())\n";
      return record(settings_for(source, Detail::tasks)).data.events.size();
    };
    QCOMPARE(rows(110) - rows(10), std::size_t{300});
  }

  void steps_say_through_which_coroutines_a_task_waits() {
    const trace::RunData data = record(settings_for(kTwoTasks, Detail::tasks)).data;
    const auto path = [&data](std::int64_t id) {
      std::string text;
      for (auto at = static_cast<std::size_t>(id); at != 0; at = data.stacks[at - 1].parent) {
        const trace::StackRow& row = data.stacks[at - 1];
        text = std::string(data.strings[row.function]) + ":" + std::to_string(row.line) + " " + text;
      }
      return text;
    };
    Lines stacks;
    for (trace::EventNumber number = 1; number <= data.events.size(); ++number) {
      const trace::Event event = data.events[number];
      if (event.kind == trace::Kind::step_begin) stacks.push_back("begin " + path(event.d));
      if (event.kind == trace::Kind::step_end) stacks.push_back("end " + path(event.d));
    }
    stacks.resize(10);
    compare(stacks, {"begin ", "end main:7 say:3 ", "begin ", "end say:3 ", "begin main:7 say:3 ", "end main:8 ",
                     "begin say:3 ", "end ", "begin main:8 ", "end "});
    QVERIFY(script_lines(data).empty());
  }

  void nothing_is_recorded_at_detail_off() {
    Kept output;
    const Recorded recorded = record(settings_for(kTwoTasks, Detail::off), &output);
    QCOMPARE(output.out, std::string("a\nb\n"));
    QVERIFY(recorded.data.events.empty());
  }

  // ---- output

  void a_line_is_told_when_it_is_complete_and_its_parts_before_something_else_happens() {
    const Recorded recorded = record(
        settings_for("import asyncio\nasync def main():\n    print('a', 'b', end='')\n    await asyncio.sleep(1)\n"
                     "    print('c', 'd')\nasyncio.run(main())\nprint('rest', end='')\n",
                     Detail::tasks));
    const Lines lines = lines_of(recorded.data);
    compare(only(lines, "out"), {"out_part 'a b'", "out 'a bc d'", "out 'rest'"});
  }

  // ---- the same every time

  void two_runs_leave_the_same() {
    for (const Detail detail : {Detail::full, Detail::tasks}) {
      const Settings settings = settings_for(kTwoTasks, detail);
      QVERIFY(all_of(record(settings).data) == all_of(record(settings).data));
    }
  }

  void a_file_holds_what_memory_holds() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("run.loopline").toStdString();
    const Settings settings = settings_for(kTwoTasks);
    auto recorder = trace::Recorder::create(path);
    QVERIFY(recorder.ok());
    QCOMPARE(run::run(settings, recorder.value().get()).kind, Outcome::Kind::ended);
    QVERIFY(recorder.value()->close().ok());
    auto reader = trace::TraceReader::open(path);
    QVERIFY(reader.ok());
    auto loaded = reader.value().load(1);
    QVERIFY(loaded.ok());
    QVERIFY(all_of(loaded.value()) == all_of(record(settings).data));
  }

  void runs_follow_one_another_in_a_file() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("run.loopline").toStdString();
    auto recorder = trace::Recorder::create(path);
    QVERIFY(recorder.ok());
    for (int i = 0; i < 3; ++i) run::run(settings_for("print(1)\n"), recorder.value().get());
    QVERIFY(recorder.value()->close().ok());
    auto reader = trace::TraceReader::open(path);
    QVERIFY(reader.ok());
    QCOMPARE(reader.value().runs().size(), std::size_t{3});
    QVERIFY(!reader.value().unfinished());
  }

  void a_killed_run_leaves_a_file_that_says_it_is_unfinished() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("run.loopline").toStdString();
    const pid_t child = fork();
    if (child == 0) {
      Settings settings = settings_for(
          "import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)\n"
          "asyncio.run(main())\n",
          Detail::tasks);
      settings.limits.events = UINT64_MAX / 2;
      settings.limits.instructions = UINT64_MAX / 2;
      auto recorder = trace::Recorder::create(path);
      if (recorder.ok()) run::run(settings, recorder.value().get());
      _exit(0);
    }
    std::uint64_t events = 0;
    for (int tries = 0; tries < 2000 && events < 10'000; ++tries) {
      usleep(5'000);
      auto reader = trace::TraceReader::open(path);
      if (!reader.ok() || reader.value().runs().empty()) continue;
      auto loaded = reader.value().load(1);
      if (loaded.ok()) events = loaded.value().events.size();
    }
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    QVERIFY(events >= 10'000);
    auto reader = trace::TraceReader::open(path);
    QVERIFY(reader.ok());
    QVERIFY(reader.value().unfinished());
    QCOMPARE(reader.value().runs()[0].state, trace::RunState::running);
    auto loaded = reader.value().load(1);
    QVERIFY(loaded.ok());
    QVERIFY(loaded.value().events.size() >= events);
  }
};

QTEST_APPLESS_MAIN(RecordingTest)
#include "recording_test.moc"
