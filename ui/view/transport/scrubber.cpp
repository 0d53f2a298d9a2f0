#include "transport/scrubber.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui_model/playhead.h"
#include "ui_model/theme.h"

namespace loopline::ui {

namespace {

constexpr int kBarWidth = 8;  // with its gap
constexpr int kSide = 8;
constexpr std::size_t kMostMarks = 300;

}  // namespace

Scrubber::Scrubber(PlaybackController& playback, QWidget* parent) : QAbstractSlider(parent), m_playback(playback) {
  setOrientation(Qt::Horizontal);
  setAccessibleName(tr("Position in the run"));
  setFocusPolicy(Qt::TabFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setCursor(Qt::PointingHandCursor);
  const auto again = [this] {
    measure();
    follow();
  };
  connect(&playback, &PlaybackController::comparisonChanged, this, again);
  connect(&playback, &PlaybackController::granularityChanged, this, again);
  connect(&playback, &PlaybackController::positionChanged, this, &Scrubber::follow);
}

void Scrubber::setTheme(const Theme& theme) {
  m_theme = &theme;
  update();
}

QSize Scrubber::sizeHint() const { return {300, 34}; }
QSize Scrubber::minimumSizeHint() const { return {80, 30}; }

void Scrubber::follow() {
  const auto last =
      static_cast<int>(std::min<std::size_t>(std::max<std::size_t>(m_playback.stopCount(), 1) - 1, INT_MAX));
  setRange(0, last);
  setValue(static_cast<int>(std::min<std::size_t>(m_playback.stopIndex(), static_cast<std::size_t>(last))));
  update();
}

double Scrubber::fractionOf(std::size_t stop) const {
  const std::size_t last = std::max<std::size_t>(m_playback.stopCount(), 2) - 1;
  return static_cast<double>(stop) / static_cast<double>(last);
}

void Scrubber::measure() {
  m_bars.clear();
  const std::shared_ptr<const Comparison>& comparison = m_playback.comparison();
  const std::size_t stops = m_playback.stopCount();
  if (comparison && stops > 1) {
    const auto room = static_cast<std::size_t>(std::max(1, (width() - 2 * kSide) / kBarWidth));
    const std::size_t bars = std::min(room, stops - 1);
    const auto eventsAt = [&](std::size_t stop) {
      const Position position = comparison->stop(m_playback.granularity(), stop);
      std::uint64_t events = 0;
      for (int run = 0; run < comparison->runCount(); ++run) events += comparison->momentOf(run, position).event;
      return events;
    };
    std::uint64_t before = eventsAt(0);
    float most = 1;
    for (std::size_t bar = 0; bar < bars; ++bar) {
      const std::uint64_t until = eventsAt((bar + 1) * (stops - 1) / bars);
      m_bars.push_back(std::sqrt(static_cast<float>(until - std::min(before, until))));
      most = std::max(most, m_bars.back());
      before = until;
    }
    for (float& bar : m_bars) bar /= most;
  }
  markStops();
  update();
}

void Scrubber::markStops() {
  m_prints.clear();
  m_cues.clear();
  const std::shared_ptr<const Comparison>& comparison = m_playback.comparison();
  if (!comparison) return;
  for (auto [granularity, marks] :
       {std::pair{replay::Granularity::print, &m_prints}, {replay::Granularity::cue, &m_cues}}) {
    const std::size_t count = comparison->stopCount(granularity);
    if (count > kMostMarks) continue;  // a mark everywhere tells nothing
    for (std::size_t i = 1; i < count; ++i) {
      marks->push_back(fractionOf(comparison->stopAt(m_playback.granularity(), comparison->stop(granularity, i))));
    }
  }
}

void Scrubber::paintEvent(QPaintEvent*) {
  if (m_theme == nullptr) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(hasFocus() ? QPen(m_theme->focus, 1) : QPen(Qt::NoPen));
  painter.setBrush(m_theme->window);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
  if (m_bars.empty()) return;

  const double room = width() - 2 * kSide;
  const double here = kSide + room * fractionOf(m_playback.stopIndex());
  const double bottom = height() - 4;
  const double step = room / static_cast<double>(m_bars.size());
  painter.setPen(Qt::NoPen);
  for (std::size_t i = 0; i < m_bars.size(); ++i) {
    const double left = kSide + step * static_cast<double>(i);
    const double tall = std::max(2.0, static_cast<double>(m_bars[i]) * (height() - 16));
    painter.setBrush(left + step <= here + 0.5 ? m_theme->scrubber : m_theme->scrubberAhead);
    painter.drawRoundedRect(QRectF(left + 1, bottom - tall, std::max(1.0, std::min(step - 3, 26.0)), tall), 1.5, 1.5);
  }
  painter.setBrush(m_theme->text);
  for (const double at : m_prints) painter.drawRect(QRectF(kSide + room * at - 2, 3, 4, 3));
  painter.setBrush(m_theme->currentLineMark);
  for (const double at : m_cues) {
    QPainterPath mark;
    mark.moveTo(kSide + room * at - 3, 7);
    mark.lineTo(kSide + room * at + 3, 7);
    mark.lineTo(kSide + room * at, 11);
    painter.drawPath(mark);
  }
  painter.setBrush(m_theme->playhead);
  painter.drawRoundedRect(QRectF(here - 1.25, 2, 2.5, height() - 4), 1, 1);
}

void Scrubber::goTo(double x) {
  if (m_playback.stopCount() < 2) return;
  const double room = std::max(1, width() - 2 * kSide);
  const double fraction = std::clamp((x - kSide) / room, 0.0, 1.0);
  m_playback.pause();
  m_playback.goToStop(
      static_cast<std::size_t>(std::llround(fraction * static_cast<double>(m_playback.stopCount() - 1))));
}

void Scrubber::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) goTo(event->position().x());
}
void Scrubber::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons().testFlag(Qt::LeftButton)) goTo(event->position().x());
}

void Scrubber::resizeEvent(QResizeEvent* event) {
  QAbstractSlider::resizeEvent(event);
  measure();
}

void Scrubber::keyPressEvent(QKeyEvent* event) { event->ignore(); }  // stepping is the window's

}  // namespace loopline::ui
