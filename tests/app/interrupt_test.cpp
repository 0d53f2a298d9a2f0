// Ctrl+C and kill: a run ends cleanly and its recording stays.
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>

#include "program.h"

using namespace loopline::app::test;

class InterruptTest : public QObject {
  Q_OBJECT

 private slots:
  void ctrl_c_ends_a_run_and_keeps_its_recording();
  void a_killed_run_leaves_a_recording_that_says_so();
};

namespace {

// Prints now and then, for ever, in virtual time.
const char kEndless[] =
    "import asyncio\nasync def main():\n    print('begun', flush=True)\n    while True:\n"
    "        await asyncio.sleep(0)\nasyncio.run(main())\n";

// Begins the script, waits until its recording is there with something in it, and sends the signal.
void stop(const Desk& desk, int signal, QProcess& process) {
  desk.write("a.py", kEndless);
  process.setWorkingDirectory(desk.path(""));
  process.start(LOOPLINE_PROGRAM, {"run", "a.py", "--record", "a.loopline", "--max-events", "1000000000",
                                   "--max-instructions", "1000000000000"});
  QVERIFY(process.waitForStarted());
  QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(desk.path("a.loopline-wal")).size() > 1'000'000, 30'000);
  QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
  QVERIFY(process.waitForFinished(30'000));
}

}  // namespace

void InterruptTest::ctrl_c_ends_a_run_and_keeps_its_recording() {
  const Desk desk;
  QProcess process;
  stop(desk, SIGINT, process);
  QCOMPARE(process.exitStatus(), QProcess::NormalExit);
  QCOMPARE(process.exitCode(), 130);
  QCOMPARE(process.readAllStandardOutput(), QByteArray("begun\n"));
  QCOMPARE(desk.files(), (QStringList{"a.loopline", "a.py"}));
  const Ran ran = desk.run({"replay", "a.loopline", "--at", "100"});
  QCOMPARE(ran.status, 0);
  QCOMPARE(ran.err, QByteArray());
}

void InterruptTest::a_killed_run_leaves_a_recording_that_says_so() {
  const Desk desk;
  QProcess process;
  stop(desk, SIGKILL, process);
  const Ran ran = desk.run({"replay", "a.loopline", "--at", "100"});
  QCOMPARE(ran.status, 0);
  QCOMPARE(ran.err, QByteArray("loopline: The run did not finish; this is what was recorded of it.\n"));
}

QTEST_GUILESS_MAIN(InterruptTest)
#include "interrupt_test.moc"
