// Turns of the loop from A to B, as CPython 3.11 takes them.
#include "iteration_probes.h"
#include "qt_testing.h"

using namespace loopline::loop;
using namespace loopline::loop::test;

class IterationCountsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void as_many_turns_pass_as_in_cpython_data();
  void as_many_turns_pass_as_in_cpython();
  void there_are_seventy_counts();
  void a_whole_run_of_a_coroutine_that_never_suspends_takes_six_turns();
};

namespace {

std::vector<ProbeRow> all_rows() {
  std::vector<ProbeRow> rows;
  for (const auto& part : {scheduling_probes(), combinator_probes(), cancellation_probes(), synchronisation_probes()}) {
    rows.insert(rows.end(), part.begin(), part.end());
  }
  return rows;
}

}  // namespace

void IterationCountsTest::as_many_turns_pass_as_in_cpython_data() {
  QTest::addColumn<int>("row");
  int number = 0;
  for (const ProbeRow& row : all_rows()) QTest::newRow(row.name) << number++;
}

void IterationCountsTest::as_many_turns_pass_as_in_cpython() {
  QFETCH(int, row);
  const ProbeRow probe_row = all_rows()[static_cast<std::size_t>(row)];
  Probe probe;
  try {
    loopline::loop::run(probe.run.runtime,
                        [&](EventLoop& loop) -> Coroutine<void> { return probe_row.body(probe, loop); });
  } catch (const Raised& raised) {
    QVERIFY2(raised.is(ExceptionKind::cancelled_error), raised.what());
  }
  QVERIFY(probe.a && probe.b);
  QCOMPARE(static_cast<std::int64_t>(*probe.b - *probe.a), probe_row.turns);
}

void IterationCountsTest::there_are_seventy_counts() { QCOMPARE(all_rows().size(), std::size_t{70}); }

void IterationCountsTest::a_whole_run_of_a_coroutine_that_never_suspends_takes_six_turns() {
  Run test;
  QCOMPARE(loopline::loop::run(test.runtime, [](EventLoop&) { return nop(); }), 1);
  QCOMPARE(test.runtime.turns(), std::uint64_t{6});
  // The library's two tasks at the end took numbers.
  loopline::loop::run(test.runtime, [&](EventLoop& loop) -> Coroutine<void> {
    CO_COMPARE_TEXT(loop.current_task()->name(), "Task-4");
  });
}

QTEST_APPLESS_MAIN(IterationCountsTest)
#include "iteration_counts_test.moc"
