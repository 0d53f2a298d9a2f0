#include <QCoreApplication>
#include <QHash>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "timeline/scene.h"
#include "ui_model/lane_names.h"
#include "ui_model/object_names.h"

namespace loopline::ui::timeline {

using replay::LaneKind;

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Timeline)
};

void paintRunHeader(QPainter& painter, const Scene& scene, const LaneRow& row) {
  // The summary ends where a run's last moment is drawn, so that the playhead at the end stands beside it.
  const double left = scene.rows.left() + scene.metrics.em,
               right = scene.plotRight() - Scene::kRightMargin - scene.metrics.em * 0.7;
  const QRectF box(left, scene.y(row.y), right - left, row.height);
  if (row.y > 0) {  // a line between two runs
    painter.setPen(QPen(scene.theme.border, 1));
    const double y = std::floor(scene.y(row.y)) + 0.5;
    painter.drawLine(QPointF(scene.rows.left(), y), QPointF(scene.rows.right(), y));
  }
  const QString title = runTitle(scene.comparison, row.run);
  const QString& summary = scene.layout.summary(row.run);
  const double titleWidth = widthOf(scene, title, scene.metrics.title);
  const double room = box.width() - titleWidth - scene.metrics.em * 2;
  drawText(painter, scene, box, fitting(scene, title, scene.metrics.title, box.width()), scene.metrics.title,
           scene.theme.text);
  drawText(painter, scene, box, fitting(scene, summary, scene.metrics.summary, room), scene.metrics.summary,
           scene.theme.quietText, Qt::AlignRight | Qt::AlignVCenter);
}

/// The task's colour; a ring where the hues begin again.
void paintDot(QPainter& painter, const Scene& scene, const LaneRow& row, const QPointF& center) {
  const double r = scene.metrics.em * (scene.metrics.density == Density::dense ? 0.27 : 0.36);
  painter.setPen(Qt::NoPen);
  if (!row.coloured) {
    painter.setBrush(scene.theme.loopLine);
    painter.drawEllipse(center, r, r);
    return;
  }
  const TaskColors& colors = scene.theme.task(row.color);
  painter.setBrush(colors.line);
  painter.drawEllipse(center, r, r);
  if (!colors.secondPattern) return;
  painter.setBrush(scene.theme.surface);
  painter.drawEllipse(center, r * 0.45, r * 0.45);
}

void paintChevron(QPainter& painter, const Scene& scene, bool folded, const QPointF& c) {
  const double r = scene.metrics.em * 0.26;
  painter.setPen(QPen(scene.theme.quietText, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.setBrush(Qt::NoBrush);
  const QPointF down[] = {
      {c.x() - r * 1.2, c.y() - r * 0.6}, {c.x(), c.y() + r * 0.6}, {c.x() + r * 1.2, c.y() - r * 0.6}};
  const QPointF right[] = {
      {c.x() - r * 0.6, c.y() - r * 1.2}, {c.x() + r * 0.6, c.y()}, {c.x() - r * 0.6, c.y() + r * 1.2}};
  painter.drawPolyline(folded ? right : down, 3);
}

void paintPin(QPainter& painter, const Scene& scene, const QPointF& c) {
  const double r = scene.metrics.em * 0.3;
  painter.setPen(QPen(scene.theme.accent, 1.3, Qt::SolidLine, Qt::RoundCap));
  painter.drawLine(QPointF(c.x(), c.y() + r * 0.2), QPointF(c.x(), c.y() + r * 1.4));
  painter.setBrush(scene.theme.accent);
  painter.drawRoundedRect(QRectF(c.x() - r * 0.6, c.y() - r * 1.2, r * 1.2, r * 1.2), 1, 1);
  painter.drawLine(QPointF(c.x() - r, c.y() + r * 0.2), QPointF(c.x() + r, c.y() + r * 0.2));
}

void paintLaneHeading(QPainter& painter, const Scene& scene, const LaneRow& row) {
  const Metrics& m = scene.metrics;
  const replay::Replay& replay = scene.comparison.replay(row.run);
  const double indent = scene.rows.left() + row.depth * m.em;
  const double left = indent + m.em * 2.1;
  const double width = scene.rows.left() + scene.layout.headings() - m.em * 1.3 - left;
  const QString name = laneName(replay, row.lane);
  QString call = laneCall(replay, row.lane);
  if (row.folded) {
    call = row.hidden == 1 ? Words::tr("1 lane folded")
                           : Words::tr("%n lanes folded", nullptr, static_cast<int>(row.hidden));
  }
  const auto sign = [&](double y) {
    const QPointF center(indent + m.em * 1.25, y);
    if (row.group) paintChevron(painter, scene, row.folded, {center.x() - m.em * 0.85, y});
    if (row.pinned) paintPin(painter, scene, {center.x() - m.em * 0.8, y});
    paintDot(painter, scene, row, center);
  };
  const QColor& ink = scene.theme.text;
  if (m.density == Density::comfortable) {
    const double line = m.em * 1.12;
    const double top = scene.y(row.barY) + std::min(0.0, (row.barHeight - line) / 2);
    const QRectF first(left, top, width, line), second(left, top + line, width, line);
    sign(first.center().y());
    drawText(painter, scene, first, fitting(scene, name, m.name, width), m.name, ink);
    drawText(painter, scene, second, fitting(scene, call, m.call, width), m.call, scene.theme.quietText);
    return;
  }
  const QRectF box(left, scene.y(row.barY), width, row.barHeight);
  sign(box.center().y());
  const QString shown = fitting(scene, name, m.name, width);
  drawText(painter, scene, box, shown, m.name, ink);
  const double used = widthOf(scene, shown, m.name) + m.em * 0.5;
  drawText(painter, scene, box.adjusted(used, 0, 0, 0), fitting(scene, call, m.call, width - used), m.call,
           scene.theme.quietText);
}

void paintCounterHeading(QPainter& painter, const Scene& scene, const LaneRow& row) {
  const replay::Counter& counter = scene.comparison.replay(row.run).timeline().counters()[row.counter];
  const double left = scene.rows.left() + scene.metrics.em * 0.9;
  const QRectF box(left, scene.y(row.barY), scene.layout.headings() - scene.metrics.em * 1.5, row.barHeight);
  drawText(painter, scene, box, fitting(scene, counterName(counter), scene.metrics.label, box.width()),
           scene.metrics.label, scene.theme.quietText);
}

Mark markOf(replay::State state) {
  switch (state) {
    case replay::State::ready: return Mark::ready;
    case replay::State::running: return Mark::running;
    case replay::State::late: return Mark::late;
    case replay::State::blocking: return Mark::blocking;
    case replay::State::done: return Mark::done;
    case replay::State::raised: return Mark::raised;
    case replay::State::cancelled: return Mark::cancelled;
    default: return Mark::waiting;
  }
}

QColor markColor(const Theme& theme, replay::State state) {
  switch (state) {
    case replay::State::late:
    case replay::State::blocking: return theme.blockingText;
    case replay::State::done: return theme.success;
    case replay::State::raised: return theme.failure;
    default: return theme.quietText;
  }
}

}  // namespace

void paintHeadings(QPainter& painter, const Scene& scene) {
  for (const LaneRow& row : scene.visible()) {
    switch (row.kind) {
      case LaneRow::Kind::run: paintRunHeader(painter, scene, row); break;
      case LaneRow::Kind::lane: paintLaneHeading(painter, scene, row); break;
      case LaneRow::Kind::counter: paintCounterHeading(painter, scene, row); break;
    }
  }
}

// Who waits for a lock, queue, future … and when: a frame around each of these waits.
void paintWaitsFor(QPainter& painter, const Scene& scene, const Selection& selection) {
  constexpr std::size_t kMostLooked = 2'000;  // slices of a lane; beyond that none of them can be told apart
  const replay::Replay& replay = scene.comparison.replay(selection.run);
  QHash<quint64, bool> known;  // of what is awaited: whether it is meant
  const auto isMeant = [&](const trace::Awaited& awaited) {
    const quint64 key = (quint64{awaited.owner} << 32) | awaited.object;
    const auto found = known.constFind(key);
    if (found != known.constEnd()) return *found;
    return *known.insert(key, waitsFor(replay, awaited, selection.id));
  };
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(scene.theme.accent, 2.2));
  for (const LaneRow& row : scene.visible()) {
    if (row.kind != LaneRow::Kind::lane || row.run != selection.run) continue;
    if (replay.timeline().lanes()[row.lane].kind != LaneKind::task) continue;
    const replay::Track track = replay.timeline().track(row.lane);
    const std::size_t at = track.at(scene.from(row.run)), last = track.at(scene.to(row.run));
    const std::size_t first = at == replay::Track::npos ? 0 : at;
    if (last == replay::Track::npos || last - first > kMostLooked) continue;
    for (std::size_t slice = first; slice <= last; ++slice) {
      if (track.state[slice] != replay::State::waiting && track.state[slice] != replay::State::late) continue;
      const trace::Event cause = replay.event(track.cause[slice]);
      if (cause.kind != trace::Kind::step_end || !isMeant(trace::awaited_of(cause))) continue;
      const double left = scene.clamped(scene.pixel(row.run, track.begin(slice)));
      const replay::Moment end = std::min(track.end(slice), scene.comparison.endOf(row.run));
      const double right = scene.clamped(scene.pixel(row.run, end));
      const QRectF box(left, scene.y(row.barY), std::max(right - left, 3.0), row.barsBottom() - row.barY);
      painter.drawRoundedRect(box.adjusted(-1, -2, 1, 2), scene.metrics.corner, scene.metrics.corner);
    }
  }
}

// Where a lock, queue, event … was made and changed: a line on the lane of who did it, with a dot.
void paintChangesOf(QPainter& painter, const Scene& scene, const Selection& selection) {
  constexpr replay::EventIndex kMostLooked = 20'000;  // events round the playhead; they are looked at one by one
  const replay::Replay& replay = scene.comparison.replay(selection.run);
  replay::EventIndex first = std::max<replay::EventIndex>(scene.from(selection.run).event, 1);
  const replay::EventIndex last = std::min(scene.to(selection.run).event, scene.comparison.endOf(selection.run).event);
  if (last >= first && last - first > kMostLooked) first = last - kMostLooked;
  const double size = scene.metrics.em * 0.24;
  for (replay::EventIndex number = first; number <= last; ++number) {
    const trace::Event event = replay.event(number);
    const bool changes = event.kind == trace::Kind::object_made || event.kind == trace::Kind::object_changed ||
                         event.kind == trace::Kind::future_done;
    if (!changes || static_cast<replay::ObjectId>(event.a) != selection.id) continue;
    const LaneRow* row = scene.layout.rowOfInstant(selection.run, replay.timeline().lane_at(number));
    const double x = scene.pixel(selection.run, replay.after(number));
    if (row == nullptr || x < scene.plotLeft() - 1 || x > scene.plotRight() + 1) continue;
    const double top = scene.y(row->barY) - 3, bottom = scene.y(row->barsBottom()) + 3;
    painter.setPen(QPen(scene.theme.accent, 1.6));
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
    painter.setPen(QPen(scene.theme.surface, 1));
    painter.setBrush(scene.theme.accent);
    painter.drawEllipse(QPointF(x, bottom), size, size);
  }
}

void paintSelection(QPainter& painter, const Scene& scene, const Selection& selection) {
  if (selection.what == Selection::What::nothing || selection.run >= scene.comparison.runCount()) return;
  if (selection.what == Selection::What::object) {
    paintWaitsFor(painter, scene, selection);
    return paintChangesOf(painter, scene, selection);
  }
  const replay::Timeline& timeline = scene.comparison.replay(selection.run).timeline();
  const replay::LaneIndex lane = selection.task() != 0 ? timeline.lane_of_task(selection.task()) : selection.lane;
  const LaneRow* row = lane == replay::kNoLane ? nullptr : scene.layout.rowOf(selection.run, lane);
  if (row != nullptr) {
    const QRectF box(scene.rows.left() + 3, scene.y(row->y) + 0.5, scene.plotRight() - scene.rows.left(),
                     row->height - 1);
    QColor tint = scene.theme.accent;
    tint.setAlphaF(0.08F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    painter.drawRoundedRect(box, 4, 4);
    painter.setBrush(scene.theme.accent);
    painter.drawRoundedRect(QRectF(box.left(), box.top(), 3, box.height()), 1.5, 1.5);
  }
  if (selection.what != Selection::What::event) return;
  const replay::Moment moment = scene.comparison.replay(selection.run).after(selection.event);
  const double x = scene.pixel(selection.run, moment);
  if (row == nullptr || x < scene.plotLeft() || x > scene.plotRight()) return;
  painter.setPen(QPen(scene.theme.accent, 1.5));
  painter.drawLine(QPointF(x, scene.y(row->y) + 1), QPointF(x, scene.y(row->bottom()) - 1));
}

void paintHover(QPainter& painter, const Scene& scene, const QRectF& box) {
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(scene.theme.text, 1.4));
  painter.drawRoundedRect(box.adjusted(0.2, -0.8, -0.2, 0.8), scene.metrics.corner, scene.metrics.corner);
}

void paintStates(QPainter& painter, const Scene& scene, Position position) {
  const double x = scene.rows.left() + scene.layout.headings() - scene.metrics.em * 0.7;
  const double size = scene.metrics.em * (scene.metrics.density == Density::dense ? 0.6 : 0.75);
  for (const LaneRow& row : scene.visible()) {
    if (row.kind != LaneRow::Kind::lane) continue;
    const replay::Timeline& timeline = scene.comparison.replay(row.run).timeline();
    const replay::State state = timeline.track(row.lane).state_at(scene.comparison.momentOf(row.run, position));
    if (state == replay::State::none || state == replay::State::closed) continue;
    const double height = scene.metrics.density == Density::comfortable ? scene.metrics.em * 1.12 : row.barHeight;
    const double top =
        scene.y(row.barY) +
        (scene.metrics.density == Density::comfortable ? std::min(0.0, (row.barHeight - height) / 2) : 0);
    const bool asleep =
        timeline.lanes()[row.lane].kind == LaneKind::thread && !row.coloured && state == replay::State::blocking;
    drawMark(painter, asleep ? Mark::waiting : markOf(state), {x, top + height / 2}, size,
             asleep ? scene.theme.quietText : markColor(scene.theme, state));
  }
}

}  // namespace loopline::ui::timeline
