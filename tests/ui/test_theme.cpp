#include <QTest>

#include "ui_model/theme.h"

using namespace loopline::ui;

class TestTheme : public QObject {
  Q_OBJECT

 private slots:
  void every_text_is_legible_on_its_ground_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("light") << int(ThemeKind::light);
    QTest::newRow("dark") << int(ThemeKind::dark);
    QTest::newRow("print") << int(ThemeKind::print);
    QTest::newRow("high contrast") << int(ThemeKind::contrast);
  }
  void every_text_is_legible_on_its_ground() {
    QFETCH(int, kind);
    QStringList failed;
    for (const Theme::Pair& pair : Theme::of(ThemeKind(kind)).pairs()) {
      QVERIFY2(pair.text.isValid() && pair.ground.isValid(), pair.name);
      const double found = contrast(pair.text, pair.ground);
      if (found < pair.least) {
        failed << QStringLiteral("%1: %2 on %3 is %4").arg(pair.name, pair.text.name(), pair.ground.name()).arg(found);
      }
    }
    QVERIFY2(failed.isEmpty(), qPrintable(failed.join(QLatin1Char('\n'))));
  }

  void contrast_is_that_of_the_standard() {
    QCOMPARE(qRound(contrast(Qt::white, Qt::black) * 100), 2100);
    QCOMPARE(qRound(contrast(QColor("#777777"), Qt::white) * 100), 448);
  }

  void the_eighth_task_has_the_first_hue_and_another_pattern() {
    const Theme& theme = Theme::of(ThemeKind::light);
    QCOMPARE(theme.task(7).fill, theme.task(0).fill);
    QVERIFY(theme.task(7).secondPattern && !theme.task(0).secondPattern);
    QCOMPARE(theme.task(14).secondPattern, false);
  }

  void nothing_but_blocking_and_the_playhead_has_their_colours() {
    for (const ThemeKind kind : {ThemeKind::light, ThemeKind::dark, ThemeKind::print, ThemeKind::contrast}) {
      const Theme& theme = Theme::of(kind);
      for (std::size_t task = 0; task < 14; ++task) {
        QVERIFY(theme.task(task).fill != theme.blocking);
        QVERIFY(theme.task(task).fill != theme.playhead);
      }
    }
  }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
