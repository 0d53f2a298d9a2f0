#include <QTest>
#include <nlohmann/json.hpp>
#include <sstream>

#include "mini_loop.h"
#include "trace/export.h"

using namespace loopline::trace;
using namespace loopline::test;
using nlohmann::json;

namespace {

// The events of the export.
json chrome_of(const RunData& run) {
  std::ostringstream out;
  export_chrome(run, out);
  return json::parse(out.str()).at("traceEvents");
}

RunData record(std::vector<Program> programs) {
  auto recorder = Recorder::in_memory(Recorder::Keep::all);
  MiniLoop loop(*recorder, std::move(programs));
  loop.run();
  return recorder->take_run();
}

using What = Op::What;

}  // namespace

class TestChromeExport : public QObject {
  Q_OBJECT

 private slots:
  void slices_nest_and_times_rise_on_every_track() {
    const RunData run =
        record({{"main", {{.what = What::gather, .numbers = {1, 1, 2}}}},
                {"sleeper",
                 {{.what = What::print, .text = "a"},
                  {.what = What::sleep, .number = 1'500'000},
                  {.what = What::acquire},
                  {.what = What::sleep, .number = 0},
                  {.what = What::release}}},
                {"blocker", {{.what = What::block, .number = kSecond}, {.what = What::raise, .text = "E()"}}}});
    std::map<std::pair<int, int>, std::vector<double>> open;
    std::map<std::pair<int, int>, double> last;
    std::map<std::string, int> names;
    for (const json& event : chrome_of(run)) {
      const std::string phase = event["ph"];
      const std::pair track(event["pid"].get<int>(), event["tid"].get<int>());
      const double time = event["ts"];
      if (phase == "B" || phase == "E") {
        QVERIFY(time >= last[track]);
        last[track] = time;
      }
      if (phase == "B") open[track].push_back(time), ++names[event["name"]];
      if (phase == "E") {
        QVERIFY(!open[track].empty());
        open[track].pop_back();
      }
    }
    for (const auto& [track, slices] : open) QVERIFY(slices.empty());
    QCOMPARE(names["time.sleep(1.0)"], 1);
    QCOMPARE(names["Task-2"], 3);
    QVERIFY(names["waits for sleep"] == 2);
    QVERIFY(names["waits for gather"] == 1);
  }

  void every_flow_has_a_tail_before_its_head() {
    const RunData run = record({{"main", {{.what = What::spawn, .number = 1}, {.what = What::join}}},
                                {"child", {{.what = What::sleep, .number = kSecond}}}});
    std::map<int, double> tails;
    int heads = 0;
    for (const json& event : chrome_of(run)) {
      if (event["ph"] == "s") tails[event["id"]] = event["ts"];
      if (event["ph"] == "f") {
        ++heads;
        QVERIFY(tails.contains(event["id"]));
        QVERIFY(event["ts"].get<double>() >= tails[event["id"]]);
      }
    }
    QVERIFY(heads >= 5);
    QCOMPARE(std::size_t(heads), tails.size());
  }

  void tracks_and_processes_are_named() {
    const RunData run = record({{"main", {}}});
    std::map<std::string, int> names;
    for (const json& event : chrome_of(run)) {
      if (event["ph"] == "M") ++names[event["args"]["name"]];
    }
    QVERIFY(names["MainThread"] == 1 && names["Event loop"] == 1 && names["Task-1"] == 1);
  }

  void a_run_without_events_is_valid() { QVERIFY(chrome_of(RunData{}).is_array()); }

  void a_run_that_breaks_off_is_closed() {
    auto recorder = Recorder::in_memory(Recorder::Keep::all);
    Recording run(*recorder);
    run.loop(1);
    run.task(2, 1, "main");
    run.turn(1, 1, 1);
    run.step(2, 3);
    run.add(Kind::block_begin, 2, 10, 20);
    int open = 0;
    for (const json& event : chrome_of(recorder->take_run()))
      open += event["ph"] == "B" ? 1 : event["ph"] == "E" ? -1 : 0;
    QCOMPARE(open, 0);
  }
};

QTEST_APPLESS_MAIN(TestChromeExport)
#include "test_chrome_export.moc"
