#include "ui_model/time_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace loopline::ui {

namespace {

constexpr std::int64_t kPowers[] = {1'000'000'000, 100'000'000, 10'000'000, 1'000'000};

QString withUnit(const QString& number) { return QCoreApplication::translate("TimeText", "%1 s").arg(number); }

/// Whole numbers all the way: the same text for the same time, whatever the machine.
QString number(std::int64_t nanoseconds, int decimals) {
  const std::int64_t unit = kPowers[decimals];
  const std::int64_t size = nanoseconds < 0 ? -nanoseconds : nanoseconds;
  std::int64_t count = size / unit + (size % unit >= unit / 2 ? 1 : 0);
  QString digits = QString::number(count);
  if (decimals > 0) {
    digits = digits.rightJustified(decimals + 1, QLatin1Char('0'));
    digits.insert(digits.size() - decimals, QLatin1Char('.'));
  }
  return nanoseconds < 0 && count != 0 ? QLatin1Char('-') + digits : digits;
}

}  // namespace

QString timeText(std::int64_t nanoseconds, int decimals) {
  return withUnit(number(nanoseconds, std::clamp(decimals, 0, 3)));
}

QString shortTimeText(std::int64_t nanoseconds, int least) {
  QString digits = number(nanoseconds, 3);
  for (int left = 3 - std::clamp(least, 0, 3); left > 0 && digits.endsWith(QLatin1Char('0')); --left) digits.chop(1);
  if (digits.endsWith(QLatin1Char('.'))) digits.chop(1);
  return withUnit(digits);
}

}  // namespace loopline::ui
