// Wrong calls and unreadable files: status 2, a message that says what to do, and nothing left behind.
#include <QTest>

#include "program.h"

using namespace loopline::app::test;

class UsageTest : public QObject {
  Q_OBJECT

 private slots:
  void help_is_everywhere_data();
  void help_is_everywhere();
  void the_version_is_told();
  void wrong_calls_are_told_data();
  void wrong_calls_are_told();
  void unreadable_files_are_told_data();
  void unreadable_files_are_told();
  void no_command_needs_a_display_or_a_platform_plugin();
  void an_output_that_cannot_be_written_is_told();
};

namespace {

struct Wrong {
  const char* name;
  const char* arguments;
  const char* told;
};

const Wrong kWrong[] = {
    {"no file", "run", "FILE is required. See 'loopline run --help'."},
    {"unknown option", "run a.py --scenaro x", "Did you mean '--scenario'? See 'loopline run --help'."},
    {"unknown scenario", "run a.md --scenario goood",
     "a.md has no scenario 'goood'. Did you mean 'good'? It has: good, bad, stuck."},
    {"unknown block", "run a.md --block 4", "a.md has no block 4; its blocks are 1 to 3."},
    {"block 0", "run a.md --block 0", "--block"},
    {"block that is no number", "run a.md --block one", "--block"},
    {"earlier blocks of nothing", "run a.md --with-earlier", "--with-earlier requires --block"},
    {"scenario and block", "run a.md --scenario good --block 1", "--scenario excludes --block"},
    {"unknown log", "run a.py --log some", "--log: some not in {full,stdout}"},
    {"unknown detail", "run a.py --detail most", "--detail: most not in {full,off,tasks}"},
    {"log without recording", "run a.py --detail off --log full", "--detail off records nothing"},
    {"recording without recording", "run a.py --detail off --record x.loopline", "--detail off records nothing"},
    {"limit 0", "run a.py --max-events 0", "--max-events"},
    {"negative limit", "run a.py --max-virtual-seconds -1", "--max-virtual-seconds"},
    {"limit that is no number", "run a.py --max-memory lots", "--max-memory"},
    {"two files to run", "run a.py b.py", "b.py"},
    {"nothing to check", "check", "FILE is required"},
    {"no event", "replay a.loopline", "--at is required"},
    {"negative event", "replay a.loopline --at -1", "--at"},
    {"no picture", "export a.md", "--output is required"},
    {"a command with a typo", "lessns", "There is no file 'lessns'. Did you mean 'lessons'?"},
    {"a file before the command", "a.py run a.py", "'a.py' stands before the command 'run'"},
    {"unknown option of the program", "--verison", "Did you mean '--version'?"},
};

struct Unreadable {
  const char* name;
  const char* arguments;
  const char* told;
};

const Unreadable kUnreadable[] = {
    {"missing", "run missing.py", "missing.py"},
    {"folder", "run folder", "folder"},
    {"binary", "run binary.md", "binary.md:1:2: error: The text is not UTF-8"},
    {"binary script", "run binary.py", "binary.py"},
    {"recording as a lesson", "run empty.loopline", "empty.loopline is a recording"},
    {"no code", "run prose.md", "prose.md has no python block"},
    {"missing, for blocks", "blocks missing.md", "missing.md"},
    {"missing recording", "replay missing.loopline --at 0", "missing.loopline"},
    {"empty recording", "replay empty.loopline --at 0", "empty.loopline"},
    {"text as a recording", "replay prose.md --at 0", "prose.md"},
    {"folder as a recording", "replay folder --at 0", "folder"},
    {"record into no folder", "run a.py --record no/folder/x.loopline", "x.loopline"},
    {"record over a folder", "run a.py --record folder", "folder"},
};

}  // namespace

void UsageTest::help_is_everywhere_data() {
  QTest::addColumn<QString>("command");
  QTest::addColumn<QByteArray>("says");
  QTest::newRow("program") << "" << QByteArray("lessons");
  QTest::newRow("lessons") << "lessons" << QByteArray("--json");
  QTest::newRow("run") << "run" << QByteArray("--max-virtual-seconds S");
  QTest::newRow("blocks") << "blocks" << QByteArray("--json");
  QTest::newRow("check") << "check" << QByteArray("--json");
  QTest::newRow("export") << "export" << QByteArray("--axis");
  QTest::newRow("replay") << "replay" << QByteArray("--at N");
}

void UsageTest::help_is_everywhere() {
  QFETCH(QString, command);
  QFETCH(QByteArray, says);
  const Desk desk;
  for (const char* help : {"--help", "-h"}) {
    const Ran ran = desk.run((command.isEmpty() ? QStringList() : QStringList(command)) << help);
    QCOMPARE(ran.status, 0);
    QVERIFY2(ran.out.contains(says), ran.out);
    QVERIFY2(ran.out.contains("loopline"), ran.out);
    QCOMPARE(ran.out.contains("the window opens"), command.isEmpty());
    QCOMPARE(ran.err, QByteArray());
  }
}

void UsageTest::the_version_is_told() {
  const Desk desk;
  const Ran ran = desk.run({"--version"});
  QCOMPARE(ran.status, 0);
  QVERIFY2(ran.out.startsWith("Loopline ") && ran.out.endsWith("\n"), ran.out);
}

void UsageTest::wrong_calls_are_told_data() {
  QTest::addColumn<int>("call");
  for (int i = 0; i < int(std::size(kWrong)); ++i) QTest::newRow(kWrong[i].name) << i;
}

void UsageTest::wrong_calls_are_told() {
  QFETCH(int, call);
  const Desk desk;
  desk.write("a.py", "print(1)\n");
  desk.write("a.md", small_lesson());
  const QStringList before = desk.files();
  const Ran ran = desk.run(QString(kWrong[call].arguments).split(' '));
  QCOMPARE(ran.status, 2);
  QCOMPARE(ran.out, QByteArray());
  QVERIFY2(ran.err.startsWith("loopline: "), ran.err);
  QVERIFY2(ran.err.contains(kWrong[call].told), ran.err);
  QCOMPARE(desk.files(), before);
}

void UsageTest::unreadable_files_are_told_data() {
  QTest::addColumn<int>("call");
  for (int i = 0; i < int(std::size(kUnreadable)); ++i) QTest::newRow(kUnreadable[i].name) << i;
}

void UsageTest::unreadable_files_are_told() {
  QFETCH(int, call);
  const Desk desk;
  desk.write("a.py", "print(1)\n");
  desk.write("prose.md", "# Only words\n");
  desk.write("binary.md", "\x01\xFF\x02 binary");
  desk.write("binary.py", QByteArray("\x7F"
                                     "ELF\0\x01\xFF",
                                     7));
  desk.write("empty.loopline", "");
  QVERIFY(QDir(desk.path("")).mkdir("folder"));
  const QStringList before = desk.files();
  const Ran ran = desk.run(QString(kUnreadable[call].arguments).split(' '));
  QCOMPARE(ran.status, 2);
  QCOMPARE(ran.out, QByteArray());
  QVERIFY2(ran.err.contains(kUnreadable[call].told), ran.err);
  QCOMPARE(desk.files(), before);
}

void UsageTest::no_command_needs_a_display_or_a_platform_plugin() {
  const QStringList bare{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM=nonsense", "QT_PLUGIN_PATH=/nonsense"};
  const Desk desk;
  desk.write("a.py", "print(1)\n");
  desk.write("a.md", small_lesson());
  QCOMPARE(desk.run({"lessons"}, bare).status, 0);
  QCOMPARE(desk.run({"run", "a.py", "--record", "a.loopline"}, bare).status, 0);
  QCOMPARE(desk.run({"blocks", "a.md"}, bare).status, 0);
  QCOMPARE(desk.run({"check", "a.md"}, bare).status, 0);
  QCOMPARE(desk.run({"replay", "a.loopline", "--at", "1"}, bare).status, 0);
}

void UsageTest::an_output_that_cannot_be_written_is_told() {
  if (!QFile::exists("/dev/full")) QSKIP("there is no /dev/full here");
  const Desk desk;
  const Ran ran = desk.run_shell("'%1' lessons > /dev/full");
  QCOMPARE(ran.status, 2);
  QVERIFY2(ran.err.contains("cannot be written"), ran.err);
}

QTEST_APPLESS_MAIN(UsageTest)
#include "usage_test.moc"
