// `loopline run --record`: the file that it makes, and when it makes none.
#include <QTest>

#include "program.h"

using namespace loopline::app::test;

class RecordTest : public QObject {
  Q_OBJECT

 private slots:
  void a_recording_is_one_file_that_replays();
  void what_is_printed_and_logged_stays_the_same();
  void an_existing_file_is_replaced_only_when_told();
  void all_programs_of_a_lesson_are_runs_of_one_recording();
  void detail_decides_how_much_is_recorded();
  void a_script_that_is_no_python_leaves_no_file();
};

namespace {

const char kScript[] =
    "import asyncio\nasync def main():\n    count = 1\n    print('a')\n    await asyncio.sleep(1)\n    print('b')\n"
    "asyncio.run(main())\n";

}  // namespace

void RecordTest::a_recording_is_one_file_that_replays() {
  const Desk desk;
  desk.write("a.py", kScript);
  const Ran ran = desk.run({"run", "a.py", "--record", "a.loopline"});
  QCOMPARE(ran.status, 0);
  QCOMPARE(ran.out, QByteArray("a\nb\n"));
  QCOMPARE(desk.files(), (QStringList{"a.loopline", "a.py"}));
  QVERIFY(desk.read("a.loopline").startsWith("SQLite format 3"));
  const Ran replay = desk.run({"replay", "a.loopline", "--at", "5"});
  QCOMPARE(replay.status, 0);
  QCOMPARE(replay.err, QByteArray());
}

void RecordTest::what_is_printed_and_logged_stays_the_same() {
  const Desk desk;
  desk.write("a.py", kScript);
  for (const char* mode : {"full", "stdout"}) {
    const Ran plain = desk.run({"run", "a.py", "--log", mode});
    const Ran recorded = desk.run({"run", "a.py", "--log", mode, "--record", QString("%1.loopline").arg(mode)});
    QVERIFY(!plain.out.isEmpty());
    QCOMPARE(recorded.out, plain.out);
    QCOMPARE(recorded.status, plain.status);
  }
}

void RecordTest::an_existing_file_is_replaced_only_when_told() {
  const Desk desk;
  desk.write("a.py", "print(1)\n");
  desk.write("b.py", "print(2)\n");
  QCOMPARE(desk.run({"run", "a.py", "--record", "x.loopline"}).status, 0);
  const QByteArray before = desk.read("x.loopline");
  const Ran refused = desk.run({"run", "b.py", "--record", "x.loopline"});
  QByteArray why;
  QVERIFY2(ended(refused, 2, "loopline: ", why), why);
  QVERIFY2(refused.err.contains("--force"), refused.err);
  QCOMPARE(refused.out, QByteArray());
  QCOMPARE(desk.read("x.loopline"), before);
  QCOMPARE(desk.run({"run", "b.py", "--record", "x.loopline", "--force"}).status, 0);
  QVERIFY(desk.read("x.loopline") != before);
  QCOMPARE(desk.files(), (QStringList{"a.py", "b.py", "x.loopline"}));
}

void RecordTest::all_programs_of_a_lesson_are_runs_of_one_recording() {
  const Desk desk;
  desk.write("lesson.md", small_lesson());
  QCOMPARE(desk.run({"run", "lesson.md", "--record", "x.loopline"}).status, 1);
  for (const char* run : {"1", "2", "3"}) {
    QCOMPARE(desk.run({"replay", "x.loopline", "--run", run, "--at", "0"}).status, 0);
  }
  const Ran ran = desk.run({"replay", "x.loopline", "--run", "4", "--at", "0"});
  QCOMPARE(ran.status, 2);
  QVERIFY2(ran.err.contains("its runs are 1 to 3"), ran.err);
}

void RecordTest::detail_decides_how_much_is_recorded() {
  const Desk desk;
  desk.write("a.py", kScript);
  QCOMPARE(desk.run({"run", "a.py", "--record", "full.loopline"}).status, 0);
  QCOMPARE(desk.run({"run", "a.py", "--record", "same.loopline", "--detail", "full"}).status, 0);
  QCOMPARE(desk.run({"run", "a.py", "--record", "tasks.loopline", "--detail", "tasks"}).status, 0);
  QCOMPARE(desk.run({"run", "a.py", "--detail", "off"}).out, QByteArray("a\nb\n"));
  const auto last_event = [&desk](const char* file) {  // the message names it
    const QByteArray told = desk.run({"replay", file, "--at", "4000000000"}).err;
    return told.mid(told.indexOf("1 to ") + 5).split(',').value(0).toInt();
  };
  QVERIFY(last_event("tasks.loopline") > 5);
  QVERIFY(last_event("full.loopline") > last_event("tasks.loopline"));
  QCOMPARE(last_event("same.loopline"), last_event("full.loopline"));
}

void RecordTest::a_script_that_is_no_python_leaves_no_file() {
  const Desk desk;
  desk.write("a.py", "if\n");
  QCOMPARE(desk.run({"run", "a.py", "--record", "x.loopline"}).status, 2);
  QCOMPARE(desk.files(), QStringList{"a.py"});
}

QTEST_APPLESS_MAIN(RecordTest)
#include "record_test.moc"
