#include "ui_model/jump.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <cmath>

#include "ui_model/playhead.h"
#include "ui_model/time_text.h"

namespace loopline::ui {

namespace {

constexpr double kLongest = 9e9;  // seconds: what 64 bits of nanoseconds hold

QString jumpText(const char* text) { return QCoreApplication::translate("loopline::ui::Jump", text); }

std::optional<Jump> timeOf(const QRegularExpressionMatch& match) {
  double seconds = match.captured(1).replace(u',', u'.').toDouble();
  if (match.captured(2).toLower() == QStringLiteral("ms")) seconds /= 1000;
  if (seconds > kLongest) return std::nullopt;
  return Jump{Jump::To::time, std::llround(seconds * 1e9)};
}

}  // namespace

std::optional<Jump> parseJump(const QString& text) {
  static const QRegularExpression whole(QStringLiteral("^(?:(?:step|schritt) )?\\s*(\\d{1,18})$"),
                                        QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression event(QStringLiteral("^(?:#|event |ereignis )\\s*(\\d{1,10})$"),
                                        QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression line(QStringLiteral("^(?::|l|line|zeile)\\s*(\\d{1,9})$"),
                                       QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression time(QStringLiteral("^(?:t\\s*=?\\s*)?(\\d+(?:[.,]\\d*)?|[.,]\\d+)\\s*(s|ms)?$"),
                                       QRegularExpression::CaseInsensitiveOption);
  const QString wanted = text.trimmed();
  if (const auto match = whole.match(wanted); match.hasMatch()) {
    return Jump{Jump::To::step, match.captured(1).toLongLong()};
  }
  if (const auto match = event.match(wanted); match.hasMatch()) {
    return Jump{Jump::To::event, match.captured(1).toLongLong()};
  }
  if (const auto match = line.match(wanted); match.hasMatch()) {
    return Jump{Jump::To::line, match.captured(1).toLongLong()};
  }
  if (const auto match = time.match(wanted); match.hasMatch()) return timeOf(match);
  return std::nullopt;
}

QString jumpTo(PlaybackController& playback, const Jump& jump) {
  const int run = playback.focusRun();
  if (playback.runCount() == 0)
    return jumpText(QT_TRANSLATE_NOOP("loopline::ui::Jump", "Nothing has been recorded yet."));
  playback.pause();
  switch (jump.to) {
    case Jump::To::time:
      if (jump.number > playback.comparison()->end().time) {
        playback.last();
        return jumpText(QT_TRANSLATE_NOOP("loopline::ui::Jump", "That is after the end, which is at %1."))
            .arg(timeText(playback.comparison()->end().time));
      }
      playback.goToTime(jump.number);
      return {};
    case Jump::To::step: {
      const auto last = static_cast<std::int64_t>(playback.stopCount()) - 1;
      playback.goToStop(static_cast<std::size_t>(jump.number));
      return jump.number > last ? jumpText(QT_TRANSLATE_NOOP("loopline::ui::Jump", "There are %1 steps.")).arg(last)
                                : QString();
    }
    case Jump::To::event: {
      const replay::EventIndex last = playback.comparison()->endOf(run).event;
      if (jump.number > last)
        return jumpText(QT_TRANSLATE_NOOP("loopline::ui::Jump", "There are %1 events.")).arg(last);
      playback.goToEvent(run, static_cast<replay::EventIndex>(jump.number));
      return {};
    }
    case Jump::To::line: {
      // Anywhere: onwards first, else the first time of all.
      const auto line = static_cast<std::uint32_t>(jump.number);
      const replay::Replay& replay = playback.comparison()->replay(run);
      const auto next = replay.next_run_of_line(line, playback.moment(run).event);
      const auto found = next ? next : replay.next_run_of_line(line, 0);
      if (!found)
        return jumpText(QT_TRANSLATE_NOOP("loopline::ui::Jump", "Line %1 does not run in this recording.")).arg(line);
      playback.goToEvent(run, *found);
      return {};
    }
  }
  return {};
}

}  // namespace loopline::ui
