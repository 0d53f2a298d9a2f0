#include <QTest>
#include <random>

#include "trace/event_columns.h"

using namespace loopline::trace;

namespace {

std::vector<Event> random_events(std::size_t count, std::uint32_t seed) {
  std::mt19937 random(seed);
  const auto value = [&random]() -> std::int64_t {
    const std::int64_t wide = static_cast<std::int64_t>(std::uint64_t{random()} << 32 | random());
    return wide >> (random() % 64);  // all sizes, both signs
  };
  std::vector<Event> events(count);
  std::int64_t time = 0;
  for (Event& event : events) {
    time += static_cast<std::int64_t>(random() % 5) * static_cast<std::int64_t>(random());
    event = {time, value(), value(), 7, 0, static_cast<ObjectId>(random()), static_cast<Kind>(random() % 256)};
  }
  return events;
}

}  // namespace

class TestEventColumns : public QObject {
  Q_OBJECT

 private slots:
  void every_event_comes_back_as_it_was_data() {
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 4095, 4096, 4097, 10'000}) QTest::addRow("%d", count) << count;
  }
  void every_event_comes_back_as_it_was() {
    QFETCH(int, count);
    const std::vector<Event> events = random_events(static_cast<std::size_t>(count), 5);
    EventColumns columns;
    columns.append(events);
    QCOMPARE(columns.size(), events.size());
    for (std::size_t i = 0; i < events.size(); ++i) QVERIFY(columns[i + 1] == events[i]);

    std::vector<Event> buffer(EventColumns::kBlock);
    std::size_t at = 0;
    for (std::size_t block = 0; block < columns.block_count(); ++block) {
      for (const Event& event : columns.block(block, std::span<Event, EventColumns::kBlock>(buffer))) {
        QVERIFY(event == events[at++]);
      }
    }
    QCOMPARE(at, events.size());
  }

  void extreme_values_fit() {
    const std::vector<Event> events{{0, INT64_MIN, INT64_MAX, -1, 0, UINT32_MAX, Kind::end},
                                    {INT64_MAX, INT64_MAX, INT64_MIN, 1, 0, 0, Kind::none}};
    EventColumns columns;
    columns.append(events);
    QVERIFY(columns[1] == events[0]);
    QVERIFY(columns[2] == events[1]);
  }

  void the_last_event_at_a_time_is_found() {
    const std::vector<Event> events = random_events(9'000, 6);
    EventColumns columns;
    columns.append(events);
    QCOMPARE(columns.last_at(-1), EventNumber{0});
    QCOMPARE(columns.last_at(INT64_MAX), EventNumber{9'000});
    for (std::size_t i = 0; i < events.size(); i += 37) {
      const EventNumber found = columns.last_at(events[i].time);
      QVERIFY(found >= i + 1);
      QCOMPARE(columns.time(found), events[i].time);
      if (found < events.size()) QVERIFY(columns.time(found + 1) > events[i].time);
    }
  }

  void small_values_take_little_room() {
    std::vector<Event> events(4096);
    for (std::size_t i = 0; i < events.size(); ++i)
      events[i] = {static_cast<std::int64_t>(i), 3, 0, 0, 0, 1, Kind::turn};
    EventColumns columns;
    columns.append(events);
    QVERIFY(columns.bytes() <= 2 * events.size());
  }
};

QTEST_APPLESS_MAIN(TestEventColumns)
#include "test_event_columns.moc"
