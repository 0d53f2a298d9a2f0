// Columns that are kept in the recording: the same answers as those made anew, and no trust in what a file says.
#include <QTemporaryDir>
#include <QTest>
#include <random>
#include <sstream>

#include "random_programs.h"
#include "run_index.h"
#include "trace/file.h"
#include "trace/reader.h"

using namespace loopline;
using namespace loopline::replay;
using namespace loopline::test;

namespace {

trace::RunData recorded(unsigned seed) {
  std::mt19937 random(seed);
  auto recorder = trace::Recorder::in_memory(trace::Recorder::Keep::all);
  MiniLoop loop(*recorder, random_programs(random));
  loop.run();
  return recorder->take_run();
}

// Everything a replay can say, at some moments.
std::string all_of(const Replay& replay, EventIndex every) {
  std::ostringstream out;
  for (EventIndex event = 0; event <= replay.event_count(); event += every) {
    const RunState state = replay.state_at(replay.after(event), {.own_work = true});
    write_text(replay, state, out);
    write_json(replay, state, out);
  }
  const Timeline& timeline = replay.timeline();
  for (LaneIndex lane = 0; lane < timeline.lanes().size(); ++lane) {
    const Lane& drawn = timeline.lanes()[lane];
    out << drawn.name << drawn.label << drawn.id << drawn.parent << drawn.rows << drawn.begin.event << drawn.end.event;
    const Track track = timeline.track(lane);
    for (std::size_t i = 0; i < track.size(); ++i) out << timeline.label(lane, i) << track.time[i] << ' ';
    std::vector<Coverage> coverage(3);
    const std::vector<Moment> edges{
        {}, replay.before_time(replay.end().time / 2), replay.after(replay.event_count() / 2), replay.end()};
    timeline.cover(lane, edges, coverage);
    for (const Coverage& pixel : coverage) out << pixel.states << ' ' << pixel.slices << ' ' << pixel.by_events[1];
    for (const SubSlice& slice : timeline.sub_slices(lane, replay.start(), replay.end()))
      out << slice.text << slice.row;
  }
  for (const Counter& counter : timeline.counters()) {
    out << counter.name << counter.range(0, replay.event_count()).greatest << counter.at(replay.event_count() / 2);
  }
  const Stops stops = replay.stops();
  out << stops.count(Granularity::event) << stops.count(Granularity::step) << stops.count(Granularity::line);
  return out.str();
}

}  // namespace

class TestDerived : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;

 private slots:
  void columns_from_the_file_give_the_same_answers_data() {
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 12; ++seed) QTest::addRow("%u", seed) << seed;
  }
  void columns_from_the_file_give_the_same_answers() {
    QFETCH(uint, seed);
    const auto path = std::filesystem::path(m_folder.filePath(QString("%1.loopline").arg(seed)).toStdString());
    {
      std::mt19937 random(seed);
      auto recorder = trace::Recorder::create(path);
      MiniLoop loop(*recorder.value(), random_programs(random));
      loop.run();
      QVERIFY(recorder.value()->close().ok());
    }
    auto fresh = Replay::open(path);
    QVERIFY(fresh.ok());
    QVERIFY(!fresh.value().is_restored());
    const std::string wanted = all_of(fresh.value(), 5);
    const trace::Status saved = fresh.value().save_derived(path);
    QVERIFY2(saved.ok(), saved.ok() ? "" : saved.error().message.c_str());
    auto reader = trace::TraceReader::open(path);
    const auto bytes_of = [&reader](const char* kind) {
      const trace::DerivedBlob blob = reader.value().derived(1, kind, Replay::kDerivedVersion);
      std::vector<std::uint8_t> bytes(blob.size());
      return blob.read(0, bytes) ? bytes : std::vector<std::uint8_t>();
    };
    QVERIFY(!bytes_of("replay.0").empty());
    auto again = Replay::open(path);
    QVERIFY(again.ok());
    QVERIFY(again.value().is_restored());
    QVERIFY(all_of(again.value(), 5) == wanted);

    std::vector<std::uint8_t> altered = bytes_of("replay.0");  // noticed, and made anew
    altered[altered.size() / 2] ^= 1;
    const std::vector<std::uint8_t> head = bytes_of("replay");
    const trace::DerivedPart parts[] = {{"replay", head}, {"replay.0", altered}};
    QVERIFY(trace::save_derived(path, 1, Replay::kDerivedVersion, parts).ok());
    again = Replay::open(path);
    QVERIFY(!again.value().is_restored());
    QVERIFY(all_of(again.value(), 5) == wanted);
  }

  void an_index_is_restored_and_not_just_built_again() {
    auto index = RunIndex::build(recorded(3));
    const std::vector<std::uint8_t> bytes = index->archive();
    auto restored = RunIndex::restore(recorded(3), bytes);
    QVERIFY(restored->archive() == bytes);
    index->counters.clear();  // what a build would not leave out
    QVERIFY(RunIndex::restore(recorded(3), index->archive())->counters.empty());
  }

  void an_index_of_another_run_is_not_used() {
    const std::vector<std::uint8_t> bytes = RunIndex::build(recorded(4))->archive();
    const auto index = RunIndex::restore(recorded(5), bytes);
    QVERIFY(index->archive() == RunIndex::build(recorded(5))->archive());
  }

  void whatever_the_bytes_are_nothing_crashes_data() {
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 60; ++seed) QTest::addRow("%u", seed) << seed;
  }
  void whatever_the_bytes_are_nothing_crashes() {
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    const std::vector<std::uint8_t> good = RunIndex::build(recorded(seed % 7))->archive();
    for (int round = 0; round < 20; ++round) {
      std::vector<std::uint8_t> bytes = good;
      for (unsigned flips = 1 + random() % 4; flips > 0; --flips) {
        std::uint8_t& byte = bytes[random() % bytes.size()];
        byte = random() % 2 == 0 ? static_cast<std::uint8_t>(byte ^ 1u << random() % 8)
                                 : static_cast<std::uint8_t>(random());
      }
      if (random() % 10 == 0) bytes.resize(random() % bytes.size());
      all_of(Replay::build(recorded(seed % 7), bytes).value(), 11);
    }
  }
};

QTEST_APPLESS_MAIN(TestDerived)
#include "test_derived.moc"
