#include "ui_model/playhead.h"

#include <algorithm>
#include <cmath>
#include <utility>

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
  forward();
  if (atEnd()) pause();
}

void PlaybackController::setGranularity(Granularity granularity) {
  if (granularity == m_granularity) return;
  m_granularity = granularity;
  emit granularityChanged(granularity);
}

void PlaybackController::setSpeed(double stepsASecond) {
  m_speed = std::clamp(stepsASecond, kSpeeds.front(), kSpeeds.back());
  m_timer.setInterval(static_cast<int>(std::lround(1000 / m_speed)));
  emit speedChanged(m_speed);
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
