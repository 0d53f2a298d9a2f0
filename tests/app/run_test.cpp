// `loopline run`: what is printed where, which program runs, and how the status tells the end.
#include <QTest>

#include "program.h"

using namespace loopline::app::test;

class RunTest : public QObject {
  Q_OBJECT

 private slots:
  void a_script_prints_what_it_prints_and_nothing_else();
  void the_status_tells_the_end_data();
  void the_status_tells_the_end();
  void all_programs_of_a_lesson_run_under_headings();
  void a_scenario_runs_by_name_and_by_number();
  void what_was_dropped_from_asyncio_is_there_when_asked_for();
  void wrong_syntax_is_told_by_the_line_of_the_file();
  void a_log_is_json_lines_and_nothing_else();
  void a_log_of_several_programs_asks_for_one();
  void the_same_run_gives_the_same_log();
};

namespace {

struct End {
  const char* name;
  const char* source;
  int status;
  const char* out;
  const char* err;  ///< its beginning
};

const End kEnds[] = {
    {"well", "print('x')\n", 0, "x\n", ""},
    {"exception", "print('x')\n1/0\n", 1, "x\n", "Traceback (most recent call last):\n  File \"main.py\", line 2"},
    {"exit", "import sys\nsys.exit()\n", 0, "", ""},
    {"exit with a number", "raise SystemExit(7)\n", 7, "", ""},
    {"exit with a text", "raise SystemExit('bye')\n", 1, "", "bye\n"},
    {"exit beyond a byte", "raise SystemExit(258)\n", 2, "", ""},
    {"deadlock", "import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())\n", 3, "",
     "loopline: "},
    {"syntax", "print('x'\n", 2, "",
     "  File \"main.py\", line 1\n    print('x'\n         ^\nSyntaxError: '(' was never closed\n"},
    {"no newline at the end", "print('x', end='')", 0, "x", ""},
    {"stderr", "import sys\nprint('e', file=sys.stderr)\nprint('o')\n", 0, "o\n", "e\n"},
};

}  // namespace

void RunTest::a_script_prints_what_it_prints_and_nothing_else() {
  const Desk desk;
  desk.write("hello.py",
             "import asyncio\n\nasync def main():\n    print('héllo')\n    await asyncio.sleep(1)\n"
             "    print('world')\n\nasyncio.run(main())\n");
  const Ran ran = desk.run({"run", "hello.py"});
  QCOMPARE(ran.status, 0);
  QCOMPARE(ran.out, QByteArray("héllo\nworld\n"));
  QCOMPARE(ran.err, QByteArray());
  QCOMPARE(desk.files(), QStringList{"hello.py"});
}

void RunTest::the_status_tells_the_end_data() {
  QTest::addColumn<int>("end");
  for (int i = 0; i < int(std::size(kEnds)); ++i) QTest::newRow(kEnds[i].name) << i;
}

void RunTest::the_status_tells_the_end() {
  QFETCH(int, end);
  const Desk desk;
  desk.write("main.py", kEnds[end].source);
  const Ran ran = desk.run({"run", "main.py"});
  QByteArray why;
  QVERIFY2(ended(ran, kEnds[end].status, kEnds[end].err, why), why);
  QCOMPARE(ran.out, QByteArray(kEnds[end].out));
}

void RunTest::all_programs_of_a_lesson_run_under_headings() {
  const Desk desk;
  desk.write("lesson.md", small_lesson());
  const Ran ran = desk.run({"run", "lesson.md"});
  QCOMPARE(ran.out, QByteArray("=== It ends well (good) ===\none\ntwo\n\n=== Bad (bad) ===\nbefore\n\n"
                               "=== Stuck (stuck) ===\n"));
  QCOMPARE(ran.status, 1);
}

void RunTest::a_scenario_runs_by_name_and_by_number() {
  const Desk desk;
  desk.write("lesson.md", small_lesson());
  QCOMPARE(desk.run({"run", "lesson.md", "--scenario", "good"}).out, QByteArray("one\ntwo\n"));
  QCOMPARE(desk.run({"run", "lesson.md", "--block", "1"}).out, QByteArray("one\ntwo\n"));
  QCOMPARE(desk.run({"run", "lesson.md", "--block", "2", "--with-earlier"}).out, QByteArray("before\n"));
  QCOMPARE(desk.run({"run", "lesson.md", "--scenario", "stuck"}).status, 3);
}

void RunTest::what_was_dropped_from_asyncio_is_there_when_asked_for() {
  const QByteArray code = "import asyncio\nprint(hasattr(asyncio, 'coroutine'))\n";
  const Desk desk;
  desk.write("old.py", code);
  desk.write("old.md", "---\nlegacy: true\n---\n```python\n" + code + "```\n");
  desk.write("new.md", "```python\n" + code + "```\n");
  QCOMPARE(desk.run({"run", "old.py"}).out, QByteArray("False\n"));
  QCOMPARE(desk.run({"run", "old.py", "--legacy"}).out, QByteArray("True\n"));
  QCOMPARE(desk.run({"run", "old.md"}).out, QByteArray("True\n"));
  QCOMPARE(desk.run({"run", "new.md"}).out, QByteArray("False\n"));
}

void RunTest::wrong_syntax_is_told_by_the_line_of_the_file() {
  const Desk desk;
  desk.write("wrong.md", "# Title\n\n```python\nx = 1\nif x\n    pass\n```\n");
  const Ran ran = desk.run({"run", "wrong.md"});
  QCOMPARE(ran.status, 2);
  QCOMPARE(ran.out, QByteArray());
  QVERIFY2(ran.err.endsWith("loopline: wrong.md:5:5: SyntaxError: expected ':'\n"), ran.err);
}

void RunTest::a_log_is_json_lines_and_nothing_else() {
  const Desk desk;
  desk.write("a.py", "import sys\nprint('x')\nprint('e', file=sys.stderr)\nraise ValueError('v')\n");
  const Ran printed = desk.run({"run", "a.py", "--log", "stdout"});
  QCOMPARE(printed.out,
           QByteArray("{\"t\":0.0,\"ev\":\"out\",\"text\":\"x\",\"task\":null}\n"
                      "{\"t\":0.0,\"ev\":\"main_end\",\"how\":\"exception\",\"text\":\"ValueError: v\"}\n"));
  QCOMPARE(printed.status, 1);
  const Ran full = desk.run({"run", "a.py", "--log", "full"});
  QVERIFY2(full.out.contains("\"ev\":\"err\",\"text\":\"e\""), full.out);
  QVERIFY2(full.out.endsWith("\"ev\":\"end\"}\n"), full.out);
  QCOMPARE(full.status, 1);
}

void RunTest::a_log_of_several_programs_asks_for_one() {
  const Desk desk;
  desk.write("lesson.md", small_lesson());
  const Ran ran = desk.run({"run", "lesson.md", "--log", "full"});
  QCOMPARE(ran.status, 2);
  QCOMPARE(ran.out, QByteArray());
  QVERIFY2(ran.err.contains("--scenario good"), ran.err);
  QCOMPARE(desk.run({"run", "lesson.md", "--log", "full", "--scenario", "good"}).status, 0);
}

void RunTest::the_same_run_gives_the_same_log() {
  const Desk desk;
  const QStringList call{"run", "202-gather-and-its-order.md", "--scenario", "gathered", "--log", "full"};
  const Ran first = desk.run(call);
  QCOMPARE(first.status, 0);
  QVERIFY(first.out.count('\n') > 20);
  QCOMPARE(desk.run(call).out, first.out);
}

QTEST_APPLESS_MAIN(RunTest)
#include "run_test.moc"
