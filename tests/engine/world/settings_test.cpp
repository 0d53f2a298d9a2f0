// What the settings of the world do by themselves, and that a run obeys them.
#include <QTest>

#include "run/run.h"
#include "trace/event.h"
#include "world/settings.h"

using namespace loopline;
using namespace std::chrono_literals;

namespace {

struct Texts final : run::Output {
  std::string out;
  void write_out(std::string_view text) override { out += text; }
  void write_err(std::string_view) override {}
};

/// The events of a kind that a program leaves in its recording.
std::vector<trace::Event> events_of(const run::Recorded& recorded, trace::Kind kind) {
  std::vector<trace::Event> found;
  for (trace::EventNumber number = 1; number <= recorded.data.events.size(); ++number) {
    const trace::Event event = recorded.data.events[number];
    if (event.kind == kind) found.push_back(event);
  }
  return found;
}

}  // namespace

class SettingsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void stars_stand_for_any_characters_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("equal") << "echo"
                           << "echo" << true;
    QTest::newRow("longer text") << "echo"
                                 << "echo hi" << false;
    QTest::newRow("any end") << "echo *"
                             << "echo hi there" << true;
    QTest::newRow("nothing for a star") << "*.org*"
                                        << "x.org" << true;
    QTest::newRow("several stars") << "a*b*c"
                                   << "axxbyybc" << true;
    QTest::newRow("must end so") << "a*b*c"
                                 << "axxbyyb" << false;
    QTest::newRow("star alone") << "*"
                                << "" << true;
    QTest::newRow("empty pattern") << ""
                                   << "x" << false;
  }
  void stars_stand_for_any_characters() {
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QTEST(world::matches(pattern.toStdString(), text.toStdString()), "fits");
  }

  void the_default_latency_is_a_fixed_function_of_the_url() {
    const world::Duration latency = world::default_latency("https://example.com/");
    QVERIFY(latency >= 100ms && latency <= 1s);
    QCOMPARE(latency.count() % 10'000'000, 0);
    QVERIFY(latency == world::default_latency("https://example.com/#top"));
    QVERIFY(world::default_latency("https://example.com/1") != world::default_latency("https://example.com/2"));
  }

  void an_interrupt_reaches_the_program_at_its_time() {
    run::Settings settings;
    settings.program.source =
        "import time\ntry:\n    time.sleep(10)\nexcept KeyboardInterrupt:\n    print(time.time() - 1704067200)\n";
    settings.world.interrupts = {{.at = 1500ms}};
    Texts texts;
    const run::Recorded recorded = run::record(settings, &texts);
    QCOMPARE(QString::fromStdString(texts.out), QStringLiteral("1.5\n"));
    const auto interrupts = events_of(recorded, trace::Kind::interrupt);
    QCOMPARE(interrupts.size(), std::size_t{1});
    QCOMPARE(interrupts[0].time, std::int64_t{1'500'000'000});
    QCOMPARE(interrupts[0].b, std::int64_t{2});
  }
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
