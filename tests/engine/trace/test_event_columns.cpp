#include <QTest>
#include <algorithm>
#include <random>
#include <span>

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

// As a loop records: instants at which some things happen, kinds in a fixed order, each with values of its own.
std::vector<Event> like_a_run(std::size_t count, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<Event> events;
  std::int64_t time = 0, turn = 0;
  while (events.size() < count) {
    const auto number = static_cast<std::int64_t>(events.size());
    const ObjectId task = 10 + static_cast<ObjectId>(random() % 50);
    events.push_back({time, 1, time + 2'000'000, 0, 0, 0, Kind::select});
    time += 1'000 + static_cast<std::int64_t>(random() % 2'000'000);
    events.push_back({time, 1, ++turn, 1, 0, 0, Kind::turn});
    events.push_back({time, number + 2, 3, 3, 0, 0, Kind::callback_begin});
    events.push_back({time, number + 3, 1, 0, 0, task, Kind::step_begin});
    for (std::int64_t line = 1; line < 5; ++line) events.push_back({time, 7, line, 0, 0, task, Kind::line});
    events.push_back({time, 25, 0, time + 50'000'000, 0, task, Kind::step_end});
  }
  events.resize(count);
  return events;
}

bool restored(EventColumns& columns, std::span<const std::uint8_t> bytes) {
  return columns.restore([bytes](std::span<std::uint8_t> out) mutable {
    if (out.size() > bytes.size()) return false;
    std::ranges::copy(bytes.first(out.size()), out.begin());
    bytes = bytes.subspan(out.size());
    return true;
  });
}

void kinds_of_events() {
  QTest::addColumn<QString>("kind");
  QTest::addColumn<int>("count");
  for (const char* kind : {"any", "like a run", "at one time"}) {
    for (const int count : {1, 63, 64, 65, 4'096, 4'097, 9'000}) {
      QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(QLatin1String(kind)).arg(count))) << kind << count;
    }
  }
}

std::vector<Event> events_of_kind() {
  const QString kind = *static_cast<QString*>(QTest::qData("kind", qMetaTypeId<QString>()));
  const auto count = static_cast<std::size_t>(*static_cast<int*>(QTest::qData("count", qMetaTypeId<int>())));
  if (kind == "at one time") return std::vector<Event>(count, Event{5, 1, 2, 3, 4, 5, Kind::line});
  return kind == "any" ? random_events(count, 4) : like_a_run(count, 4);
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

  void most_columns_of_a_long_run_take_a_byte_at_the_most() {
    EventColumns columns;
    columns.append(like_a_run(20'000, 9));
    QVERIFY2(columns.bytes() < 9 * columns.size(), qPrintable(QString::number(columns.bytes() / 20'000)));
  }

  void a_later_time_is_found_without_looking_at_each_event_data() { kinds_of_events(); }
  void a_later_time_is_found_without_looking_at_each_event() {
    const std::vector<Event> events = events_of_kind();
    EventColumns columns;
    columns.append(events);
    EventNumber wanted = events.size() + 1;
    for (std::size_t i = events.size(); i-- > 0;) {
      if (i + 1 < events.size() && events[i + 1].time != events[i].time) wanted = i + 2;
      QCOMPARE(columns.next_time(i + 1), wanted);
    }
  }

  void what_is_archived_comes_back_data() { kinds_of_events(); }
  void what_is_archived_comes_back() {
    const std::vector<Event> events = events_of_kind();
    EventColumns columns, again;
    columns.append(events);
    const std::vector<std::uint8_t> bytes = columns.archive();
    QVERIFY(restored(again, bytes));
    QCOMPARE(again.size(), events.size());
    QCOMPARE(again.bytes(), columns.bytes());
    for (std::size_t i = 0; i < events.size(); ++i) QVERIFY(again[i + 1] == events[i]);
    QVERIFY(again.archive() == bytes);
  }

  void whatever_the_archived_bytes_are_nothing_is_read_that_is_not_there_data() {
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 200; ++seed) QTest::addRow("%u", seed) << seed;
  }
  void whatever_the_archived_bytes_are_nothing_is_read_that_is_not_there() {
    QFETCH(uint, seed);
    std::mt19937 random(seed);
    EventColumns columns;
    columns.append(seed % 2 == 0 ? like_a_run(5'000, seed) : random_events(5'000, seed));
    std::vector<std::uint8_t> bytes = columns.archive();
    for (uint i = 0; i < 1 + seed % 4; ++i) {
      // Heads of columns are where harm could be done.
      const std::size_t at = random() % 3 == 0 ? random() % bytes.size() : random() % 200;
      bytes[at] = static_cast<std::uint8_t>(random());
    }
    if (seed % 5 == 0) bytes.resize(random() % bytes.size());
    EventColumns again;
    if (!restored(again, bytes)) {
      QCOMPARE(again.size(), std::size_t{0});
      return;
    }
    std::int64_t time = 0;
    for (EventNumber number = 1; number <= again.size(); ++number) {
      QVERIFY(again[number].time >= time);
      time = again[number].time;
    }
  }
};

QTEST_APPLESS_MAIN(TestEventColumns)
#include "test_event_columns.moc"
