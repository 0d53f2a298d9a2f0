// Every event has a sentence, and the sentences say what is so.
#include <QTest>

#include "lesson_runs.h"
#include "sample_runs.h"
#include "ui_model/narrator.h"

using namespace loopline;

namespace {

// The sentence after the first event of a kind that fits.
QString tell(const replay::Replay& replay, trace::Kind kind,
             const std::function<bool(const trace::Event&)>& fits = {}) {
  for (replay::EventIndex event = 1; event <= replay.event_count(); ++event) {
    const trace::Event each = replay.event(event);
    if (each.kind == kind && (!fits || fits(each))) return ui::narrate(replay, replay.after(event)).plain;
  }
  return QStringLiteral("no such event");
}

const char* const kCancelling = R"(import asyncio

async def worker():
    await asyncio.sleep(5)

async def main():
    task = asyncio.create_task(worker())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")

asyncio.run(main())
)";

const char* const kMeeting = R"(import asyncio

async def put(queue, lock):
    async with lock:
        await asyncio.sleep(1)
        await queue.put("x")

async def get(queue, lock):
    item = await queue.get()
    async with lock:
        print(item)
    raise ValueError("enough")

async def main():
    queue = asyncio.Queue()
    lock = asyncio.Lock()
    try:
        await asyncio.gather(put(queue, lock), get(queue, lock))
    except ValueError:
        pass

asyncio.run(main())
)";

const char* const kDeadlock = R"(import asyncio

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    await lock.acquire()

asyncio.run(main())
)";

}  // namespace

class TestNarrator : public QObject {
  Q_OBJECT

 private slots:
  void everyEventHasASentence_data() {
    QTest::addColumn<QString>("source");
    QTest::newRow("cancelling") << QString::fromLatin1(kCancelling);
    QTest::newRow("meeting") << QString::fromLatin1(kMeeting);
    QTest::newRow("deadlock") << QString::fromLatin1(kDeadlock);
    QTest::newRow("generator") << QStringLiteral(
        "def f():\n    x = yield 1\n    del x\n    yield 2\nfor n in f():\n    print(n, end=' ')\n");
    QTest::newRow("exception") << QStringLiteral(
        "try:\n    {}['a']\nexcept KeyError as e:\n    print(e)\nraise SystemExit(3)\n");
    QTest::newRow("threads") << QStringLiteral(
        "import asyncio, time\nasync def main():\n    await asyncio.to_thread(time.sleep, 1)\nasyncio.run(main())\n");
  }
  void everyEventHasASentence() {
    QFETCH(QString, source);
    const ui::ComparedRun run = test::runOf("program", source.toStdString());
    const replay::Replay& replay = *run.replay;
    for (replay::EventIndex event = 0; event <= replay.event_count(); ++event) {
      const ui::Narration told = ui::narrate(replay, replay.after(event));
      QVERIFY2(told.plain.size() > 8, qPrintable(QStringLiteral("event %1: '%2'").arg(event).arg(told.plain)));
      QVERIFY2(told.plain.endsWith(u'.') || told.plain.contains(u':') || told.plain.contains(QStringLiteral("prints")),
               qPrintable(told.plain));
      for (const char* wrong : {"%1", "%2", "%3", "<b>", "<code>", "?.", "  "}) {
        QVERIFY2(!told.plain.contains(QLatin1String(wrong)), qPrintable(told.plain));
      }
    }
  }

  void aTaskThatBeginsNamesItsCreatorAndWhen() {
    const auto runs = test::lessonRuns("201-");
    const replay::Replay& replay = runs->replay(1);
    const replay::ObjectId second = replay.data().tasks.at(1).id;
    const QString told =
        tell(replay, trace::Kind::step_begin, [second](const trace::Event& event) { return event.task == second; });
    QVERIFY2(told.contains(QStringLiteral("Task-1 created it")) && told.contains(QStringLiteral("one turn ago")),
             qPrintable(told));
  }

  void aTaskThatWaitsSaysForWhatAndUntilWhen() {
    const auto runs = test::lessonRuns("201-");
    const QString told = tell(runs->replay(0), trace::Kind::step_end);
    QCOMPARE(told,
             QStringLiteral("Task-1 is suspended at line 6 by sleep(2) until 2.000 s. It has given the loop back; "
                            "others can run."));
  }

  void aBlockedLoopNamesWhoIsLate() {
    const auto runs = test::lessonRuns("302-");
    const replay::Replay& replay = runs->replay(0);
    const ui::Narration told = ui::narrate(replay, replay.at_time(2'000'000'000));
    QCOMPARE(told.tone, ui::Narration::Tone::blocking);
    QCOMPARE(told.plain,
             QStringLiteral("Task-3 is inside time.sleep(3). The loop is blocked until 3.500 s. Task-2 was due "
                            "at 1.000 s and is already 1 s late."));
  }

  void aCancellationTellsWhoAskedAndWhatFollows() {
    const ui::ComparedRun run = test::runOf("cancelling", kCancelling);
    const QString asked = tell(*run.replay, trace::Kind::cancel_requested);
    QVERIFY2(asked.startsWith(QStringLiteral("Task-1 asks for Task-2 to be cancelled.")), qPrintable(asked));
    const QString thrown =
        tell(*run.replay, trace::Kind::step_begin, [](const trace::Event& event) { return event.c == 1; });
    QVERIFY2(thrown.contains(QStringLiteral("cancellation was requested")), qPrintable(thrown));
  }

  void aDeadlockSaysWhoWaitsForWhat() {
    const ui::ComparedRun run = test::runOf("deadlock", kDeadlock);
    const QString told = tell(*run.replay, trace::Kind::deadlock);
    QVERIFY2(told.contains(QStringLiteral("Task-1 waits for lock")), qPrintable(told));
  }
};

QTEST_MAIN(TestNarrator)
#include "test_narrator.moc"
