#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>

#include "ui_model/theme.h"

using namespace loopline::ui;

namespace {

enum class Sight { all, protan, deutan, tritan, grey };

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}
double encoded(double light) {
  light = std::clamp(light, 0.0, 1.0);
  return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

/// A colour as others see it: the matrices of Machado, Oliveira and Fernandes (2009) for a kind of cone that is
/// missing.
QColor seen(const QColor& color, Sight sight) {
  const double r = linear(color.redF()), g = linear(color.greenF()), b = linear(color.blueF());
  const auto mixed = [&](const std::array<double, 9>& m) {
    return QColor::fromRgbF(float(encoded(m[0] * r + m[1] * g + m[2] * b)),
                            float(encoded(m[3] * r + m[4] * g + m[5] * b)),
                            float(encoded(m[6] * r + m[7] * g + m[8] * b)));
  };
  switch (sight) {
    case Sight::protan:
      return mixed({0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998});
    case Sight::deutan:
      return mixed({0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881});
    case Sight::tritan:
      return mixed({1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900});
    case Sight::grey: return mixed({0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722});
    case Sight::all: break;
  }
  return color;
}

/// How far apart two colours look: the distance in CIE L*a*b*. 2.3 is the least that is seen side by side.
double distance(const QColor& one, const QColor& other) {
  const auto lab = [](const QColor& color) {
    const double r = linear(color.redF()), g = linear(color.greenF()), b = linear(color.blueF());
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505), y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const double z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return std::array{116 * y - 16, 500 * (x - y), 200 * (y - z)};
  };
  const auto p = lab(one), q = lab(other);
  return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

constexpr std::array kSights{Sight::all, Sight::protan, Sight::deutan, Sight::tritan, Sight::grey};
constexpr std::array kKinds{ThemeKind::light, ThemeKind::dark, ThemeKind::print, ThemeKind::contrast};

}  // namespace

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

  // Whoever sees fewer colours, or a grey print, tells running from waiting, and both from what is late or blocks; that
  // these have patterns of their own comes on top.
  void states_are_told_apart_by_whoever_sees_fewer_colours() {
    QStringList failed;
    for (const ThemeKind kind : kKinds) {
      const Theme& theme = Theme::of(kind);
      for (const Sight sight : kSights) {
        for (std::size_t i = 0; i < 7; ++i) {
          const TaskColors& task = theme.task(i);
          const auto check = [&](const char* what, const QColor& a, const QColor& b, double least) {
            const double found = distance(seen(a, sight), seen(b, sight));
            if (found < least) {
              failed << QStringLiteral("theme %1, sight %2, task %3, %4: %5")
                            .arg(int(kind))
                            .arg(int(sight))
                            .arg(i)
                            .arg(what)
                            .arg(found);
            }
          };
          check("running and waiting", task.fill, task.tint, 15);
          check("running and ready", task.fill, task.ready, 15);
          check("the outline of a wait and the ground", task.line, theme.surface, 20);
          check("hatching of what blocks", theme.blocking, theme.blockingHatch, 8);
          check("the playhead and the ground", theme.playhead, theme.surface, 20);
        }
      }
    }
    QVERIFY2(failed.isEmpty(), qPrintable(failed.join(QLatin1Char('\n'))));
  }

  // Of tasks next to each other in order; of all others name, call and place tell which is which.
  void neighbours_are_told_apart_by_whoever_sees_fewer_colours() {
    QStringList failed;
    const Theme& theme = Theme::of(ThemeKind::light);
    for (const Sight sight : {Sight::all, Sight::protan, Sight::deutan, Sight::tritan}) {
      for (std::size_t i = 0; i + 1 < 7; ++i) {
        const double found = distance(seen(theme.task(i).fill, sight), seen(theme.task(i + 1).fill, sight));
        if (found < 10) failed << QStringLiteral("sight %1, task %2: %3").arg(int(sight)).arg(i).arg(found);
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
