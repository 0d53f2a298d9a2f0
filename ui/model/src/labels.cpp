#include "ui_model/labels.h"

#include <QCoreApplication>
#include <QHash>
#include <array>

#include "replay/replay.h"
#include "ui_model/state_names.h"

namespace loopline::ui {

using replay::LaneKind;
using replay::State;

namespace {

struct Labels {
  Q_DECLARE_TR_FUNCTIONS(loopline::ui::Labels)
};

/// What is between two fixed pieces of a text; null: it does not have them.
QString between(const QString& text, QLatin1String before, QLatin1String after) {
  if (text.size() < before.size() + after.size() || !text.startsWith(before) || !text.endsWith(after)) return {};
  return text.sliced(before.size(), text.size() - before.size() - after.size());
}

// The kinds of things that have no name of their own.
QString plainThing(const QString& word) {
  static constexpr std::array kObjects{
      QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "future"),
      QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "lock"),
      QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "event"),
      QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "condition"),
      QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "semaphore"),
      QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "barrier"),
      QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "executor"),
      QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "process"),
      QT_TRANSLATE_NOOP("loopline::ui::ObjectNames", "connection"),
  };
  for (const char* object : kObjects) {
    if (word == QLatin1String(object)) return QCoreApplication::translate("loopline::ui::ObjectNames", object);
  }
  if (word == QLatin1String("group")) return QCoreApplication::translate("loopline::ui::ObjectNames", "task group");
  if (word == QLatin1String("thread")) return Labels::tr("a thread");
  if (word == QLatin1String("input")) return Labels::tr("news from outside");
  if (word == QLatin1String("something")) return Labels::tr("something");
  return word;
}

// "sleep(2)", "gather of 3", "event"; without what follows.
QString waitedThing(const QString& text) {
  if (const QString count = between(text, QLatin1String("gather of "), QLatin1String()); !count.isEmpty()) {
    return Labels::tr("gather of %1").arg(count);
  }
  return plainThing(text);
}

QString lateLabel(const QString& text) {
  const QString times = between(text, QLatin1String(), QLatin1String(" late"));
  const qsizetype middle = times.indexOf(QLatin1String(", cannot run: "));
  if (middle < 0) return text;
  const QString late = times.sliced(middle + 14);
  const QString head = times.left(middle);
  if (const QString due = between(head, QLatin1String("due at "), QLatin1String()); !due.isEmpty()) {
    return Labels::tr("due at %1, cannot run: %2 late").arg(due, late);
  }
  const QString ready = between(head, QLatin1String("ready at "), QLatin1String());
  return ready.isEmpty() ? text : Labels::tr("ready at %1, cannot run: %2 late").arg(ready, late);
}

QString blockedLabel(const QString& text) {
  const QString what = between(text, QLatin1String(), QLatin1String(" blocks the loop"));
  if (what.isEmpty()) return text;
  const qsizetype in = what.lastIndexOf(QLatin1String(" in "));
  return in < 0 ? Labels::tr("%1 blocks the loop").arg(what)
                : Labels::tr("%1 in %2 blocks the loop").arg(what.left(in), what.sliced(in + 4));
}

}  // namespace

QString waitLabel(const QString& text) {
  // Fixed pieces stand behind the thing, in this order.
  QString thing = text, tail;
  if (const qsizetype held = thing.indexOf(QLatin1String(", held by ")); held >= 0) {
    tail = Labels::tr(", held by %1").arg(thing.sliced(held + 10));
    thing.truncate(held);
  }
  if (const qsizetype over = thing.indexOf(QLatin1String(", overdue since ")); over >= 0) {
    tail.prepend(Labels::tr(", overdue since %1").arg(thing.sliced(over + 16)));
    thing.truncate(over);
  } else if (const qsizetype until = thing.lastIndexOf(QLatin1String(" until ")); until >= 0) {
    tail.prepend(Labels::tr(" until %1").arg(thing.sliced(until + 7)));
    thing.truncate(until);
  }
  return waitedThing(thing) + tail;
}

QString sliceLabel(const QString& text, State state, LaneKind kind) {
  const std::string_view plain = replay::name_of(state);
  if (text == QLatin1String(plain.data(), static_cast<qsizetype>(plain.size()))) return stateName(state, kind);
  switch (state) {
    case State::waiting: return waitLabel(text);
    case State::late: return lateLabel(text);
    case State::blocking: return kind == LaneKind::loop ? blockedLabel(text) : text;
    case State::running: {
      const QString turn = kind == LaneKind::loop ? between(text, QLatin1String("turn "), QLatin1String()) : QString();
      return turn.isEmpty() ? text : Labels::tr("turn %1").arg(turn);
    }
    default: return text;
  }
}

QString sliceLabel(const replay::Replay& replay, replay::LaneIndex lane, std::size_t slice) {
  const replay::Timeline& timeline = replay.timeline();
  return sliceLabel(QString::fromStdString(timeline.label(lane, slice)), timeline.track(lane).state[slice],
                    timeline.lanes()[lane].kind);
}

}  // namespace loopline::ui
