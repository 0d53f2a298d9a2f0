#include "ui_model/playhead.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui_model/greenlets.h"
#include "ui_model/lane_names.h"

namespace loopline::ui {

using replay::Granularity;

PlaybackController::PlaybackController(QObject* parent) : QObject(parent) {
  m_timer.setTimerType(Qt::PreciseTimer);
  connect(&m_timer, &QTimer::timeout, this, &PlaybackController::tick);
  setSpeed(m_speed);
}

void PlaybackController::setComparison(std::shared_ptr<const Comparison> comparison, Position at) {
  pause();
  m_comparison = std::move(comparison);
  m_selection = {};
  m_range.reset();
  m_pinned = false;
  m_focus = 0;
  m_position = m_comparison ? m_comparison->normalized(at) : Position{};
  chooseGranularity();
  emit comparisonChanged();
  emit selectionChanged(m_selection);
  emit rangeChanged();
  emit positionChanged(m_position);
  follow();
}

int PlaybackController::runCount() const { return m_comparison ? m_comparison->runCount() : 0; }

replay::Moment PlaybackController::moment(int run) const {
  return run >= 0 && run < runCount() ? m_comparison->momentOf(run, m_position) : replay::Moment{};
}

std::size_t PlaybackController::stopIndex(Granularity granularity) const {
  return m_comparison ? m_comparison->stopAt(granularity, m_position) : 0;
}

std::size_t PlaybackController::stopCount(Granularity granularity) const {
  return m_comparison ? m_comparison->stopCount(granularity) : 0;
}

bool PlaybackController::atStart() const { return !m_comparison || m_position <= m_comparison->start(); }
bool PlaybackController::atEnd() const { return !m_comparison || m_position >= m_comparison->end(); }

bool PlaybackController::stepsHere(int run) const {
  if (run < 0 || run >= runCount()) return false;
  const replay::Stops& stops = m_comparison->stopsOf(run);
  const replay::EventIndex event = stops.event(m_granularity, stops.position(m_granularity, moment(run).event));
  return m_comparison->positionOf(run, m_comparison->replay(run).after(event)) == m_position;
}

void PlaybackController::setPosition(Position position) {
  if (!m_comparison) return;
  position = m_comparison->normalized(position);
  if (position == m_position) return;
  m_position = position;
  if (!m_ticking) restartClock();
  follow();
  emit positionChanged(m_position);
}

void PlaybackController::first() {
  if (m_comparison) setPosition(m_comparison->start());
}
void PlaybackController::last() {
  if (m_comparison) setPosition(m_comparison->end());
}
void PlaybackController::back() { step(m_granularity, -1); }
void PlaybackController::forward() { step(m_granularity, 1); }

void PlaybackController::step(Granularity granularity, int direction) {
  if (!m_comparison) return;
  const std::size_t here = m_comparison->stopAt(granularity, m_position);
  const Position at = m_comparison->stop(granularity, here);
  if (direction > 0) {
    const bool more = here + 1 < m_comparison->stopCount(granularity);
    setPosition(more ? m_comparison->stop(granularity, here + 1) : m_comparison->end());
  } else if (m_position > at) {  // between two stops: back to the one just passed
    setPosition(at);
  } else {
    setPosition(here > 0 ? m_comparison->stop(granularity, here - 1) : m_comparison->start());
  }
}

void PlaybackController::jump(double share) {
  const auto count = static_cast<double>(stopCount());
  if (count < 1) return;
  const double steps = std::copysign(std::max(1.0, std::round(std::abs(share) * count)), share);
  const double target = std::clamp(static_cast<double>(stopIndex()) + steps, 0.0, count - 1);
  goToStop(static_cast<std::size_t>(target));
}

void PlaybackController::goToStop(std::size_t index) {
  if (m_comparison) setPosition(m_comparison->stop(m_granularity, std::min(index, stopCount() - 1)));
}

void PlaybackController::play() {
  if (isPlaying() || !m_comparison) return;
  if (atEnd()) first();
  restartClock();
  m_timer.start();
  emit playingChanged(true);
}

void PlaybackController::pause() {
  if (!isPlaying()) return;
  m_timer.stop();
  emit playingChanged(false);
}

void PlaybackController::togglePlaying() { isPlaying() ? pause() : play(); }

void PlaybackController::tick() {
  m_pace == Pace::steps ? forward() : tickSeconds();
  if (atEnd()) pause();
}

// From where the playhead is, so that a person may drag it while it plays.
void PlaybackController::restartClock() {
  m_clockFrom = m_position.time;
  m_clock.start();
}

void PlaybackController::tickSeconds() {
  const double passed = static_cast<double>(m_clock.nsecsElapsed()) * m_rate;
  const std::int64_t room = m_comparison->end().time - m_clockFrom;
  const auto onwards =
      static_cast<std::int64_t>(std::min(passed, static_cast<double>(std::max<std::int64_t>(room, 0))));
  // All that happens at an instant takes no time, so it is over once the instant is reached.
  m_ticking = true;
  setPosition(std::max(m_position, m_comparison->normalized({m_clockFrom + onwards, UINT32_MAX})));
  m_ticking = false;
}

void PlaybackController::goToTime(std::int64_t nanoseconds) {
  if (!m_comparison) return;
  // Clocks wake a little late, and people are shown milliseconds: what is written as this time belongs to it.
  constexpr std::int64_t kRounded = 500'000;
  const Instants& instants = m_comparison->instants();
  const std::size_t near = instants.at(nanoseconds + kRounded);
  const bool after = near != Instants::npos && instants.begin(near) > nanoseconds;
  setPosition({after ? instants.begin(near) : nanoseconds, UINT32_MAX});
}

void PlaybackController::goToEvent(int run, replay::EventIndex event) {
  if (run < 0 || run >= runCount()) return;
  setPosition(m_comparison->positionOf(run, m_comparison->replay(run).after(event)));
}

bool PlaybackController::goToFound(int run, std::optional<replay::EventIndex> event, const QString& whyNot) {
  if (!event || *event > m_comparison->endOf(run).event) {
    emit notThere(whyNot);
    return false;
  }
  pause();
  goToEvent(run, *event);
  return true;
}

bool PlaybackController::runToLine(int run, std::uint32_t line, int direction) {
  if (run < 0 || run >= runCount()) return false;
  const replay::Replay& replay = m_comparison->replay(run);
  const replay::EventIndex here = moment(run).event;
  const bool ever = replay.next_run_of_line(line, 0).has_value();
  const QString never = tr("Line %1 does not run in this recording.").arg(line);
  if (direction > 0) {
    return goToFound(run, replay.next_run_of_line(line, here),
                     ever ? tr("Line %1 does not run again after this point.").arg(line) : never);
  }
  return goToFound(run, replay.previous_run_of_line(line, here),
                   ever ? tr("Line %1 has not run before this point.").arg(line) : never);
}

bool PlaybackController::runToStepOf(int run, replay::ObjectId task, int direction) {
  if (run < 0 || run >= runCount() || task == 0) return false;
  const replay::Replay& replay = m_comparison->replay(run);
  const replay::EventIndex here = moment(run).event;
  const std::string_view name = replay.task_name(task, replay.end());
  const QString who = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
  return direction > 0
             ? goToFound(run, replay.next_step_of(task, here), tr("%1 does not run again after this point.").arg(who))
             : goToFound(run, replay.previous_step_of(task, here), tr("%1 has not run before this point.").arg(who));
}

bool PlaybackController::runToTurnOf(int run, replay::LaneIndex lane, int direction) {
  if (run < 0 || run >= runCount()) return false;
  const replay::Replay& replay = m_comparison->replay(run);
  if (lane >= replay.timeline().lanes().size()) return false;
  const replay::EventIndex here = moment(run).event;
  const QString who = isGreenlet(replay, lane) ? greenletName(replay, lane) : laneCall(replay, lane);
  return direction > 0 ? goToFound(run, replay.next_run_of_lane(lane, here),
                                   tr("%1 does not run again after this point.").arg(who))
                       : goToFound(run, replay.previous_run_of_lane(lane, here),
                                   tr("%1 has not run before this point.").arg(who));
}

void PlaybackController::setGranularity(Granularity granularity) {
  m_wanted = granularity;
  if (granularity == m_granularity) return;
  m_granularity = granularity;
  emit granularityChanged(granularity);
}

// A program without tasks has no switches: it is stepped by line, or where no lines are recorded by turn, until another
// one has them.
void PlaybackController::chooseGranularity() {
  if (!m_comparison || m_comparison->runs().front().cut) return;
  Granularity chosen = m_wanted;
  for (const Granularity other : {Granularity::line, Granularity::turn}) {
    if (m_comparison->stopCount(chosen) < 2 && m_comparison->stopCount(other) > 1) chosen = other;
  }
  if (chosen == m_granularity) return;
  m_granularity = chosen;
  emit granularityChanged(chosen);
}

void PlaybackController::setSpeed(double stepsASecond) {
  m_pace = Pace::steps;
  m_speed = std::clamp(stepsASecond, kSpeeds.front(), kSpeeds.back());
  m_timer.setInterval(static_cast<int>(std::lround(1000 / m_speed)));
  emit speedChanged(m_speed);
}

void PlaybackController::setRate(double rate) {
  constexpr int kFrame = 16;  // milliseconds
  m_pace = Pace::seconds;
  m_rate = std::clamp(rate, kRates.front(), kRates.back());
  m_timer.setInterval(kFrame);
  restartClock();
  emit speedChanged(m_rate);
}

void PlaybackController::select(const Selection& selection) {
  if (selection == m_selection) return;
  m_selection = selection;
  if (selection.what != Selection::What::nothing) focus(selection.run);
  emit selectionChanged(m_selection);
}

void PlaybackController::clearSelection() {
  m_pinned = false;
  select({});
  follow();
}

void PlaybackController::pinFocus(int run) {
  m_pinned = true;
  focus(run);
}

void PlaybackController::setRange(Position from, Position to) {
  if (!m_comparison) return;
  from = m_comparison->normalized(from);
  to = m_comparison->normalized(to);
  if (from == to) return clearRange();
  const Range range = std::minmax(from, to);
  if (m_range == range) return;
  m_range = range;
  emit rangeChanged();
}

void PlaybackController::clearRange() {
  if (!m_range) return;
  m_range.reset();
  emit rangeChanged();
}

// The panels follow what happens, unless a person said what to look at.
void PlaybackController::follow() {
  if (m_pinned || m_selection.what != Selection::What::nothing || stepsHere(m_focus)) return;
  for (int run = 0; run < runCount(); ++run) {
    if (stepsHere(run)) return focus(run);
  }
}

void PlaybackController::focus(int run) {
  if (run == m_focus || run < 0 || run >= runCount()) return;
  m_focus = run;
  emit focusRunChanged(run);
}

}  // namespace loopline::ui
