#include <QTest>
#include <sstream>

#include "expected_logs.h"
#include "mini_loop.h"
#include "trace/export.h"

using namespace loopline::trace;
using namespace loopline::test;

namespace {

std::string log_of(const RunData& run, LogMode mode = LogMode::full) {
  std::ostringstream out;
  export_log(run, mode, out);
  return out.str();
}

void compare(const std::string& got, std::string_view wanted) {
  QCOMPARE(QString::fromStdString(got), QString::fromUtf8(wanted.data(), qsizetype(wanted.size())));
}

Op print(const std::string& text) { return {.what = Op::What::print, .text = text}; }
Op pause(std::int64_t milliseconds) { return {.what = Op::What::sleep, .number = milliseconds * kMillisecond}; }
Op block(std::int64_t milliseconds) { return {.what = Op::What::block, .number = milliseconds * kMillisecond}; }

}  // namespace

class TestLogExport : public QObject {
  Q_OBJECT

 private slots:
  void a_blocked_loop_gives_the_log_of_cpython_data() {
    QTest::addColumn<int>("detail");
    QTest::addRow("full") << int(Detail::full);
    QTest::addRow("tasks") << int(Detail::tasks);
  }
  void a_blocked_loop_gives_the_log_of_cpython() {
    QFETCH(int, detail);
    auto recorder = Recorder::in_memory(Recorder::Keep::all);
    MiniLoop loop(
        *recorder,
        {{"main", {{.what = Op::What::gather, .numbers = {1, 2}}}},
         {"ticker",
          {print("[0.0] tick 0"), pause(100), print("[0.1] tick 1"), pause(100), print("[0.6] tick 2"), pause(100),
           print("[0.7] tick 3"), pause(100)}},
         {"blocking", {pause(170), print("[0.2] blocking starts"), block(400), print("[0.6] blocking ends")}}},
        static_cast<Detail>(detail));
    QVERIFY(loop.run());
    const RunData run = recorder->take_run();
    const QList<QByteArray> got = QByteArray::fromStdString(log_of(run)).split('\n');
    const QList<QByteArray> wanted = QByteArray(kBlockingLog.data(), qsizetype(kBlockingLog.size())).split('\n');
    for (qsizetype i = 0; i < qMin(got.size(), wanted.size()); ++i) QCOMPARE(got[i], wanted[i]);
    QCOMPARE(got.size(), wanted.size());
  }

  void locks_taken_in_opposite_order_give_the_log_of_cpython() {
    auto recorder = Recorder::in_memory(Recorder::Keep::all);
    Recording run(*recorder);
    const auto future = [](RunKind kind) { return static_cast<std::int64_t>(kind); };
    run.loop(1);
    run.task(2, 1, "main");
    run.turn(1, 1, 1);
    run.step(2, run.last() - 1, RunKind::task_step);
    run.task(3, 2, "grab", 2);
    run.task(4, 3, "grab", 2);
    run.timer(9, kSecond, "wait_for", {AwaitKind::wait_for, 10, 0, kSecond});
    run.awaits(2, {AwaitKind::wait_for, 10, 0, kSecond});
    run.turn(1, 2, 2);
    for (const ObjectId task : {3u, 4u}) {
      run.step(task, task + 2, RunKind::task_step);
      run.out(task == 3 ? "left has one lock" : "right has one lock", task);
      run.awaits(task, {AwaitKind::sleep, task + 10, 0, 100 * kMillisecond});
    }
    run.add(Kind::select, 0, 1, 100 * kMillisecond);
    run.time = 100'001'000;
    run.turn(1, 3, 2);
    run.callback(RunKind::timer, "sleep", run.last());
    run.callback(RunKind::timer, "sleep", run.last());
    run.turn(1, 4, 2);
    run.step(3, run.last() - 2);
    run.awaits(3, {AwaitKind::lock, 0, 6, 0});
    run.step(4, run.last() - 3);
    run.awaits(4, {AwaitKind::lock, 0, 5, 0});
    run.add(Kind::select, 0, 1, kSecond);
    run.time = 1'000'001'000;
    run.turn(1, 5, 1);
    run.callback(RunKind::timer, "wait_for", run.last(), 9);
    run.turn(1, 6, 1);
    run.step(2, run.last() - 1);
    run.awaits(2, {AwaitKind::gather, 20, 20, 0});
    run.add(Kind::end, 0, future(RunKind::io));
    recorder->end_run(RunState::finished);
    compare(log_of(recorder->take_run()), kLockLog);
  }

  void a_task_is_logged_with_the_name_it_has_at_the_next_line() {
    auto recorder = Recorder::in_memory(Recorder::Keep::all);
    Recording run(*recorder);
    run.task(2, 1, "main");
    run.add(Kind::task_renamed, 2, run.text("boss"));
    run.time = 5;
    run.task(3, 2, "child", 2, "fresh");
    run.add(Kind::task_renamed, 2, run.text("later"));
    run.out("x", 2);
    recorder->end_run(RunState::finished);
    compare(log_of(recorder->take_run()), kNamesLog);
  }

  void every_other_line_has_its_keys() {
    auto recorder = Recorder::in_memory(Recorder::Keep::all);
    Recording run(*recorder);
    const auto warn = [&run](WarningKind kind, std::string_view text, ObjectId task = 0) {
      run.add(Kind::warn, task, static_cast<std::int64_t>(kind), run.text(text));
    };
    recorder->add_thread({2, recorder->intern("Thread-1 (producer)"), 1});
    warn(WarningKind::never_awaited, "sleep");
    warn(WarningKind::destroyed_pending, "");
    warn(WarningKind::slow_callback, "250001000");
    warn(WarningKind::slow_step, "250001000");
    warn(WarningKind::category, "DeprecationWarning: There is no current event loop");
    run.add(Kind::note, 0, run.text("a hint"));
    run.add(Kind::err, 0, run.text("tab\t\"quoted\" \\ zoë \x01 \xff end"));
    run.add(Kind::out_part, 0, run.text("par"));
    run.add(Kind::thread_switched, 0, 2);
    run.add(Kind::block_begin, 0, 100 * kMillisecond, 0);
    run.time = 1'500'000'000;
    run.add(Kind::thread_switched, 0, 1);
    run.add(Kind::callback_begin, 0, 1, run.text("print"), static_cast<std::int64_t>(RunKind::future_callback));
    run.ends(7, "ValueError(" + std::string(200, 'x') + ")", StepEnd::raised);
    run.ends(8, "", StepEnd::cancelled);
    run.add(Kind::main_end, 0, static_cast<std::int64_t>(MainEnd::exception), run.text("KeyError: 'b'"));
    run.add(Kind::limit, 0, run.text("events"), run.text("stopped after 10 events"));
    run.add(Kind::deadlock);
    recorder->end_run(RunState::finished);
    const RunData data = recorder->take_run();
    compare(log_of(data), other_lines_log());
    compare(log_of(data, LogMode::printed), kPrintedLog);
  }

  void what_another_thread_prints_while_a_loop_is_idle_belongs_to_its_next_iteration() {
    auto recorder = Recorder::in_memory(Recorder::Keep::all);
    Recording run(*recorder);
    run.turn(1, 1, 1);
    run.add(Kind::select, 0, 1, kForever);
    run.out("between");
    run.turn(1, 2, 1);
    run.out("after");
    recorder->end_run(RunState::finished);
    const std::string log = log_of(recorder->take_run());
    QVERIFY(log.find(R"("iter":2,"ev":"out","text":"between")") != std::string::npos);
    QVERIFY(log.find(R"("iter":2,"ev":"iter")") != std::string::npos);
    QVERIFY(log.find(R"("iter":2,"ev":"out","text":"after")") != std::string::npos);
  }

  void times_are_written_as_python_writes_them_data() {
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << qint64(0) << QByteArray("0.0");
    QTest::newRow("whole") << qint64(3'000'000'000) << QByteArray("3.0");
    QTest::newRow("late") << qint64(100'001'000) << QByteArray("0.100001");
    QTest::newRow("small") << qint64(1'000) << QByteArray("1e-06");
    QTest::newRow("smaller") << qint64(12'500) << QByteArray("1.25e-05");
    QTest::newRow("not small") << qint64(100'000) << QByteArray("0.0001");
    QTest::newRow("nanoseconds") << qint64(1'123'456'789) << QByteArray("1.123456789");
    QTest::newRow("days") << qint64(86'400'000'001'000) << QByteArray("86400.000001");
  }
  void times_are_written_as_python_writes_them() {
    QFETCH(qint64, time);
    QFETCH(QByteArray, text);
    auto recorder = Recorder::in_memory(Recorder::Keep::all);
    Recording run(*recorder);
    run.time = time;
    run.add(Kind::end);
    recorder->end_run(RunState::finished);
    QCOMPARE(QByteArray::fromStdString(log_of(recorder->take_run())),
             "{\"t\":" + text + ",\"iter\":0,\"ev\":\"end\"}\n");
  }
};

QTEST_APPLESS_MAIN(TestLogExport)
#include "test_log_export.moc"
