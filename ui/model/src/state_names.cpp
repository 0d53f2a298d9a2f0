#include "ui_model/state_names.h"

#include <QCoreApplication>

namespace loopline::ui {

QString stateName(replay::State state, replay::LaneKind kind) {
  using replay::LaneKind;
  using replay::State;
  switch (state) {
    case State::none: return QCoreApplication::translate("States", "not there");
    case State::ready: return QCoreApplication::translate("States", "ready");
    case State::running:
      return kind == LaneKind::loop ? QCoreApplication::translate("States", "takes a turn")
                                    : QCoreApplication::translate("States", "running");
    case State::waiting: return QCoreApplication::translate("States", "waiting");
    case State::late: return QCoreApplication::translate("States", "late");
    case State::blocking:
      return kind == LaneKind::loop   ? QCoreApplication::translate("States", "blocked")
             : kind == LaneKind::task ? QCoreApplication::translate("States", "blocks the loop")
                                      : QCoreApplication::translate("States", "asleep");
    case State::idle: return QCoreApplication::translate("States", "idle in select");
    case State::done: return QCoreApplication::translate("States", "done");
    case State::raised: return QCoreApplication::translate("States", "raised");
    case State::cancelled: return QCoreApplication::translate("States", "cancelled");
    case State::closed: return QCoreApplication::translate("States", "closed");
  }
  return {};
}

}  // namespace loopline::ui
