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

const char* const kSync = R"py(import asyncio

async def worker(n, lock, sem, cond, event, barrier):
    async with lock:
        print("locked", n)
        await asyncio.sleep(0.5)
    async with sem:
        await asyncio.sleep(1)
    await event.wait()
    async with cond:
        await cond.wait()
        print("notified", n)
    await barrier.wait()

async def main():
    lock, sem = asyncio.Lock(), asyncio.Semaphore(1)
    cond, event, barrier = asyncio.Condition(), asyncio.Event(), asyncio.Barrier(3)
    tasks = [asyncio.create_task(worker(n, lock, sem, cond, event, barrier), name=f"w{n}") for n in range(3)]
    await asyncio.sleep(5)
    event.set()
    event.clear()
    await asyncio.sleep(1)
    async with cond:
        cond.notify(1)
    await asyncio.sleep(1)
    async with cond:
        cond.notify_all()
    await asyncio.gather(*tasks)

asyncio.run(main())
)py";

const char* const kQueue = R"py(import asyncio

async def produce(q):
    for n in range(3):
        await q.put(n)
        print("put", n)

async def consume(q):
    while True:
        item = await q.get()
        await asyncio.sleep(1)
        print("got", item)
        q.task_done()

async def main():
    q = asyncio.Queue(1)
    c = asyncio.create_task(consume(q))
    await produce(q)
    await q.join()
    c.cancel("enough")
    await asyncio.gather(c, return_exceptions=True)

asyncio.run(main())
)py";

const char* const kCancel = R"py(import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cleaning")
        await asyncio.sleep(1)
        raise

async def failing():
    await asyncio.sleep(1)
    raise ValueError("bad")

async def main():
    t = asyncio.create_task(stubborn())
    f = asyncio.create_task(failing())
    try:
        await asyncio.wait_for(t, 2)
    except asyncio.TimeoutError:
        print("timeout")
    try:
        await f
    except ValueError as e:
        print("caught", e)
    t.cancel()
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        print("again")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(failing())
            group.create_task(stubborn())
    except* ValueError as g:
        print("group", g)
    s = asyncio.shield(asyncio.create_task(asyncio.sleep(1, 7)))
    print(await s)
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(n)) for n in (1, 2)], return_when=asyncio.FIRST_COMPLETED)
    for each in asyncio.as_completed([asyncio.sleep(1, "a"), asyncio.sleep(2, "b")]):
        print(await each)
    asyncio.sleep(3)
    asyncio.current_task().cancel()
    await asyncio.sleep(0)

asyncio.run(main())
)py";

const char* const kLoop = R"py(import asyncio, time

def hello(word):
    print(word)

def bad():
    raise RuntimeError("in a callback")

async def gen():
    for n in range(2):
        yield n
        await asyncio.sleep(0)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(hello, "soon")
    h = loop.call_later(1, hello, "later")
    loop.call_later(0.5, h.cancel)
    loop.call_at(loop.time() + 0.2, bad)
    s = loop.call_soon(hello, "never")
    s.cancel()
    fut = loop.create_future()
    fut.add_done_callback(lambda f: print("done", f.result()))
    loop.call_later(2, fut.set_result, 42)
    print(await fut)
    async for n in gen():
        print(n, end=" ")
    print()
    t = asyncio.create_task(asyncio.sleep(1), name="napper")
    t.set_name("sleeper")
    time.sleep(2)
    await t
    x = await asyncio.to_thread(time.sleep, 1)
    r = await loop.run_in_executor(None, sum, [1, 2])
    print(r)

asyncio.run(main())
)py";

const char* const kThreads = R"py(import threading, time, queue

q = queue.Queue()
lock = threading.Lock()

def work(n):
    with lock:
        time.sleep(1)
        q.put(n)
    raise KeyError(n)

ts = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for t in ts: t.start()
print(q.get())
for t in ts: t.join()
)py";

const char* const kErr = R"py(import asyncio

async def inner():
    await asyncio.sleep(0)
    return [][1]

async def main():
    try:
        await inner()
    except IndexError as e:
        raise ValueError("outer") from e

asyncio.run(main())
)py";

const char* const kDead = R"py(import asyncio

async def a(l1, l2):
    async with l1:
        await asyncio.sleep(1)
        async with l2:
            pass

async def main():
    l1, l2 = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(a(l1, l2), a(l2, l1))

asyncio.run(main())
)py";

// After each event.
QStringList sentences(const replay::Replay& replay) {
  QStringList all;
  for (replay::EventIndex event = 1; event <= replay.event_count(); ++event) {
    all << ui::narrate(replay, replay.after(event)).plain;
  }
  return all;
}

}  // namespace

class TestNarrator : public QObject {
  Q_OBJECT

 private slots:
  void everyEventHasASentence_data() {
    QTest::addColumn<QString>("source");
    QTest::newRow("cancelling") << QString::fromLatin1(kCancelling);
    QTest::newRow("meeting") << QString::fromLatin1(kMeeting);
    QTest::newRow("deadlock") << QString::fromLatin1(kDeadlock);
    QTest::newRow("sync") << QString::fromLatin1(kSync);
    QTest::newRow("queue") << QString::fromLatin1(kQueue);
    QTest::newRow("cancel") << QString::fromLatin1(kCancel);
    QTest::newRow("loop") << QString::fromLatin1(kLoop);
    QTest::newRow("threads") << QString::fromLatin1(kThreads);
    QTest::newRow("err") << QString::fromLatin1(kErr);
    QTest::newRow("dead") << QString::fromLatin1(kDead);
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
      const bool quotes = replay.event(event).kind == trace::Kind::report;  // as it stands
      for (const char* wrong : {"%1", "%2", "%3", "<b>", "<code>", "?.", "  "}) {
        QVERIFY2(quotes || !told.plain.contains(QLatin1String(wrong)), qPrintable(told.plain));
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
    QVERIFY2(thrown.contains(QStringLiteral("Task-1 asked for its cancellation")), qPrintable(thrown));
  }

  void causesAreNamed_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* source, const char* told) {
      QTest::newRow(told) << QString::fromLatin1(source) << QString::fromLatin1(told);
    };
    row(kSync, "w1 wants the lock lock at line 4, but w0 holds it. It is suspended and stands in line.");
    row(kSync,
        "w1 runs again: w0 has released the lock lock, and it was first in line. It stood first in the ready queue "
        "since turn 4.");
    row(kSync, "w2 runs again: its sleep(0.5) ended at 1.500 s. It stood in the ready queue since turn 9, behind w0.");
    row(kSync,
        "w1 wants the semaphore sem at line 7, but no permit is free: it is held by w0. It is suspended and "
        "stands in line.");
    row(kSync, "Task-1 makes the lock inside the condition cond.");
    row(kSync,
        "w0 is suspended at line 13: it waits for the others at the barrier barrier. It has given the loop back.");
    row(kSync, "Task-1 wakes 2 tasks that wait for the condition cond.");
    row(kSync, "What w2 waits for is done: it has its result. That puts w2 into the ready queue, behind w0 and w1.");
    row(kQueue, "Task-1 waits for room in the queue q at line 5: it is full. It is suspended and gives the loop back.");
    row(kQueue,
        "Task-1 runs again: Task-2 has taken an item out of the queue q, so there is room. It stood first in the ready "
        "queue since turn 2.");
    row(kQueue,
        "Task-1 is suspended at line 19: it waits for all items of the queue q to be dealt with. It has given "
        "the loop back.");
    row(kCancel,
        "Task-1 runs again: its time for Task-2 was over at 2.000 s. It stood first in the ready queue since "
        "turn 5.");
    row(kCancel,
        "Task-2 runs again, and an exception is raised where it waited: Task-1 asked for its cancellation. It stood "
        "first in the ready queue since turn 6.");
    row(kCancel, "Task-1 asks for Task-2 to be cancelled. It has ended already, so nothing happens.");
    row(kCancel, "The timer of sleep(10), due at 10.000 s, is cancelled: it will not fire.");
    row(kCancel, "Python warns: the coroutine sleep was never awaited. None of its code has run.");
    row(kLoop, "A callback is cancelled: it leaves the ready queue and will not run.");
    row(kLoop, "Turn 2 of the loop begins. One entry is ready and runs in it: hello.");
    row(kLoop, "The callback hello prints soon");
    row(kLoop, "The timer of hello, due at 1.000 s, is cancelled: it will not fire.");
    row(kLoop, "A callback failed: RuntimeError('in a callback'). The loop goes on.");
    row(kLoop, "The thread asyncio_0 calls time.sleep(1): this thread stands still until 6.000 s.");
    row(kDead, "Task-2 wants the lock l2 at line 6, but Task-3 holds it. It is suspended and stands in line.");
    row(kDead,
        "Deadlock: nothing is ready, no timer is set, and nothing can come from outside. Task-1 waits for gather of 2, "
        "Task-2 waits for the lock l2, which Task-3 holds and Task-3 waits for the lock l1, which Task-2 holds.");
  }
  void causesAreNamed() {
    QFETCH(QString, source);
    QFETCH(QString, told);
    const ui::ComparedRun run = test::runOf("program", source.toStdString());
    const QStringList all = sentences(*run.replay);
    QVERIFY2(all.contains(told), qPrintable(all.filter(told.section(u' ', 0, 2)).join(u'\n')));
  }

  void aTracebackKeepsItsLines() {
    const ui::ComparedRun run = test::runOf("error", kErr);
    const replay::Replay& replay = *run.replay;
    replay::EventIndex last = 0;
    for (replay::EventIndex event = 1; event <= replay.event_count(); ++event) {
      if (replay.event(event).kind == trace::Kind::report) last = event;
    }
    QVERIFY(last > 0);
    const ui::Narration told = ui::narrate(replay, replay.after(last));
    QVERIFY(told.html.contains(QStringLiteral("<br>Traceback (most recent call last):<br>")) ||
            told.html.contains(QStringLiteral("Traceback (most recent call last):<br>")));
    QVERIFY(told.plain.contains(QStringLiteral("\nValueError: outer")));
    QCOMPARE(told.tone, ui::Narration::Tone::warning);
  }

  void whileThreadsSleepNobodyIsSaidToWork() {
    const ui::ComparedRun run = test::runOf("threads", kThreads);
    const QString told = ui::narrate(*run.replay, run.replay->at_time(500'000'000)).plain;
    QCOMPARE(told, QStringLiteral("Every thread is blocked: Thread-1 (work) sleeps in time.sleep until 1.000 s."));
  }

  void aDeadlockSaysWhoWaitsForWhat() {
    const ui::ComparedRun run = test::runOf("deadlock", kDeadlock);
    const QString told = tell(*run.replay, trace::Kind::deadlock);
    QVERIFY2(told.contains(QStringLiteral("Task-1 waits for the lock lock, which Task-1 holds")), qPrintable(told));
  }
};

QTEST_MAIN(TestNarrator)
#include "test_narrator.moc"
