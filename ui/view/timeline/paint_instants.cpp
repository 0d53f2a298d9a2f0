// What happens at a point: output as console tags, callbacks, cancellations, exceptions, warnings and how tasks end.
#include <QPainter>
#include <algorithm>
#include <map>

#include "timeline/scene.h"
#include "timeline/tag_row.h"

namespace loopline::ui::timeline {

using replay::EventIndex;
using replay::Instant;
using replay::InstantKind;
using replay::State;

namespace {

constexpr double kTagSlack = 70;
constexpr double kTagLeast = 26;
constexpr double kMarkDistance = 7;

/// Calls `visit` for the events of a kind that are in view, at most one for each `distance` pixels.
template <class Visit>
void forEach(const Scene& scene, int run, InstantKind kind, double distance, Visit visit) {
  const replay::Replay& replay = scene.comparison.replay(run);
  const std::span<const EventIndex> events = replay.timeline().instants(kind);
  const EventIndex end = scene.comparison.endOf(run).event;
  auto next = std::lower_bound(events.begin(), events.end(), std::max<EventIndex>(scene.from(run).event, 1));
  double last = -1e9;
  while (next != events.end() && *next <= end) {
    const double x = scene.pixel(run, replay.after(*next));
    if (x > scene.plotRight() + 1) break;
    if (x >= scene.plotLeft() - 1 && x - last >= distance) {
      last = x;
      visit(*next, x);
    }
    if (distance <= 0) {
      ++next;
      continue;
    }
    // Many at the same place are passed over together.
    const Position beyond = scene.scale.positionAt(scene.xAt(std::max(x, last) + distance));
    const EventIndex reached = scene.comparison.momentOf(run, beyond).event;
    next = std::lower_bound(next + 1, events.end(), std::max(reached, *next + 1));
  }
}

struct Tag {
  TagPlace place;
  QString text;
};

double tagTop(const Scene& scene, const LaneRow& row, const Tag& tag) {
  return scene.y(row.printsY) + tag.place.row * scene.metrics.printRow + 2;
}

/// A tag that had to move is tied to where it belongs; one that has no room leaves only its mark.
void paintTie(QPainter& painter, const Scene& scene, const LaneRow& row, const Tag& tag) {
  const Theme& theme = scene.theme;
  const double top = scene.y(row.printsY), anchor = tag.place.anchor;
  if (tag.place.hidden) {
    painter.fillRect(QRectF(anchor, top, 2, 4), theme.flow);
    return;
  }
  if (tag.place.x <= anchor + 2 && tag.place.row == 0) return;
  painter.setPen(QPen(theme.flow, 1));
  const double y = tagTop(scene, row, tag) + 4;
  painter.drawLine(QPointF(anchor + 0.5, top - 2), QPointF(anchor + 0.5, y));
  painter.drawLine(QPointF(anchor + 0.5, y), QPointF(tag.place.x, y));
}

void paintTag(QPainter& painter, const Scene& scene, const LaneRow& row, const Tag& tag) {
  if (tag.place.hidden) return;
  const Metrics& m = scene.metrics;
  const QRectF box(tag.place.x, tagTop(scene, row, tag), tag.place.width, m.printRow - 4);
  painter.setPen(QPen(scene.theme.consoleBorder, 1));
  painter.setBrush(scene.theme.console);
  painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), m.corner, m.corner);
  const QRectF inside = box.adjusted(6, 0, -5, 0);
  const bool whole = widthOf(scene, tag.text, m.monospace) <= inside.width() + 0.5;  // however short
  drawText(painter, scene, inside, whole ? tag.text : fitting(scene, tag.text, m.monospace, inside.width() + 0.5),
           m.monospace, scene.theme.consoleText);
}

void paintPrints(QPainter& painter, const Scene& scene, int run) {
  const replay::Replay& replay = scene.comparison.replay(run);
  const EventIndex count = scene.to(run).event - scene.from(run).event;
  std::map<const LaneRow*, std::vector<Tag>> rows;
  // Where there are thousands of events, a tag for each few pixels is more than can be read.
  forEach(scene, run, InstantKind::print, count > 5'000 ? 4.0 : 0.0, [&](EventIndex event, double x) {
    const Instant instant = replay.timeline().instant(InstantKind::print, event);
    const LaneRow* row = scene.layout.rowOfInstant(run, instant.lane);
    if (row == nullptr || row->printRows == 0) return;
    QString text = QString::fromStdString(instant.text);
    if (text.trimmed().isEmpty()) text = QStringLiteral("↵");
    const double wanted = std::min(widthOf(scene, text, scene.metrics.monospace) + 12, 240.0);
    rows[row].push_back({.place = {.anchor = x, .wanted = wanted}, .text = std::move(text)});
  });
  for (auto& [row, tags] : rows) {
    std::vector<TagPlace> places;
    for (const Tag& tag : tags) places.push_back(tag.place);
    placeTags(places, row->printRows, scene.plotLeft(), scene.plotRight() + 6, kTagSlack, kTagLeast);
    for (std::size_t i = 0; i < tags.size(); ++i) tags[i].place = places[i];
    for (const Tag& tag : tags) paintTie(painter, scene, *row, tag);
    for (const Tag& tag : tags) paintTag(painter, scene, *row, tag);
  }
}

void paintCallbacks(QPainter& painter, const Scene& scene, int run) {
  const replay::Replay& replay = scene.comparison.replay(run);
  // Too many to tell one from the other: the table has them.
  const std::span<const EventIndex> all = replay.timeline().instants(InstantKind::callback);
  const auto seen = std::lower_bound(all.begin(), all.end(), scene.to(run).event) -
                    std::lower_bound(all.begin(), all.end(), scene.from(run).event);
  if (static_cast<double>(seen) * 2 * kMarkDistance > scene.plotRight() - scene.plotLeft()) return;
  forEach(scene, run, InstantKind::callback, kMarkDistance, [&](EventIndex event, double x) {
    const LaneRow* row = scene.layout.rowOf(run, replay.timeline().instant(InstantKind::callback, event).lane);
    if (row == nullptr || scene.comparison.isFolded(run, event)) return;
    const QPointF center(x, scene.y(row->barY + row->barHeight));  // below the names of turns
    drawMark(painter, Mark::callback, center, scene.metrics.em * 0.55, scene.theme.axisInstant);
  });
}

/// A mark on a chip of the surface, astride the top edge of the lane's bar.
void paintMarks(QPainter& painter, const Scene& scene, int run, InstantKind kind, Mark mark, const QColor& color) {
  const replay::Replay& replay = scene.comparison.replay(run);
  const double size = scene.metrics.em * 0.72;
  forEach(scene, run, kind, kMarkDistance, [&](EventIndex event, double x) {
    const LaneRow* row = scene.layout.rowOfInstant(run, replay.timeline().instant(kind, event).lane);
    if (row == nullptr) return;
    const QPointF center(x, scene.y(row->barY) + size * 0.1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(scene.theme.surface);
    painter.drawEllipse(center, size * 0.75, size * 0.75);
    drawMark(painter, mark, center, size, color);
  });
}

/// ✓ ✗ ⊘ behind the last slice.
void paintEnds(QPainter& painter, const Scene& scene) {
  const double size = scene.metrics.em * (scene.metrics.density == Density::dense ? 0.65 : 0.8);
  for (const LaneRow& row : scene.visible()) {
    if (row.kind != LaneRow::Kind::lane) continue;
    const replay::Timeline& timeline = scene.comparison.replay(row.run).timeline();
    const replay::Track track = timeline.track(row.lane);
    if (track.empty() || timeline.lanes()[row.lane].kind != replay::LaneKind::task) continue;
    const State state = track.state.back();
    if (!replay::is_end(state) || state == State::closed) continue;
    double x = scene.pixel(row.run, track.begin(track.size() - 1));
    if (x < scene.plotLeft() || x > scene.plotRight() + 1) continue;
    const QPointF center(x + size * 0.5 + 6, scene.y(row.barY + row.barHeight / 2));
    const Mark mark = state == State::done ? Mark::done : state == State::raised ? Mark::raised : Mark::cancelled;
    const QColor& color = state == State::done     ? scene.theme.success
                          : state == State::raised ? scene.theme.failure
                                                   : scene.theme.quietText;
    drawMark(painter, mark, center, size, color);
  }
}

}  // namespace

void paintInstants(QPainter& painter, const Scene& scene) {
  int run = -1;
  for (const LaneRow& row : scene.visible()) {
    if (row.run == run) continue;
    run = row.run;
    paintCallbacks(painter, scene, run);
    paintMarks(painter, scene, run, InstantKind::cancel_request, Mark::cancelled, scene.theme.text);
    paintMarks(painter, scene, run, InstantKind::exception, Mark::raised, scene.theme.failure);
    paintMarks(painter, scene, run, InstantKind::warning, Mark::warning, scene.theme.warning);
    paintPrints(painter, scene, run);
  }
  paintEnds(painter, scene);
}

void paintCounter(QPainter& painter, const Scene& scene, const LaneRow& row) {
  const replay::Counter& counter = scene.comparison.replay(row.run).timeline().counters()[row.counter];
  const EventIndex end = scene.comparison.endOf(row.run).event;
  const replay::Counter::Range whole = counter.range(1, end);
  const double most = static_cast<double>(std::max<std::int64_t>(whole.greatest, 1));
  const double left = scene.plotLeft(), right = scene.plotRight(), height = row.barHeight;
  constexpr double kColumn = 2;
  painter.setPen(Qt::NoPen);
  painter.setBrush(scene.theme.scrubber);
  const double stop = std::min(right, scene.pixel(row.run, scene.comparison.endOf(row.run)));
  for (double x = left; x < stop; x += kColumn) {
    const replay::Moment from = scene.comparison.momentOf(row.run, scene.scale.positionBefore(scene.xAt(x)));
    const replay::Moment to = scene.comparison.momentOf(row.run, scene.scale.positionAt(scene.xAt(x + kColumn)));
    const std::int64_t value =
        counter.range(std::max<EventIndex>(from.event, 1), std::max<EventIndex>(to.event, 1)).greatest;
    if (value <= 0) continue;
    const double bar = std::max(height * static_cast<double>(value) / most, 1.0);
    painter.drawRect(QRectF(x, scene.y(row.barY) + height - bar, kColumn, bar));
  }
}

}  // namespace loopline::ui::timeline
