#include "timeline/hit.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui_model/labels.h"
#include "ui_model/lane_names.h"
#include "ui_model/state_names.h"
#include "ui_model/time_text.h"

namespace loopline::ui::timeline {

using replay::InstantKind;
using replay::LaneKind;
using replay::State;
using replay::Track;

namespace {

constexpr double kReach = 5;  // pixels from an instant's mark

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// The instant nearest to the pointer, of the kinds that are drawn on the part of the lane that it is on.
bool findInstant(const Scene& scene, const LaneRow& row, const QPointF& point, Hit& hit) {
  const replay::Replay& replay = scene.comparison.replay(row.run);
  const bool below = row.printRows > 0 && point.y() > scene.y(row.printsY);
  const auto kinds = below ? std::initializer_list<InstantKind>{InstantKind::print}
                           : std::initializer_list<InstantKind>{InstantKind::cancel_request, InstantKind::exception,
                                                                InstantKind::warning, InstantKind::callback};
  const double behind = below ? 120 : kReach;  // tags stand right of their instant
  const double from = scene.xAt(point.x() - behind), to = scene.xAt(point.x() + kReach);
  double nearest = 1e9;
  for (const InstantKind kind : kinds) {
    const std::span<const replay::EventIndex> events = replay.timeline().instants(kind);
    const replay::EventIndex first = scene.comparison.momentOf(row.run, scene.scale.positionBefore(from)).event;
    const replay::EventIndex last = scene.comparison.momentOf(row.run, scene.scale.positionAt(to)).event;
    int looked = 0;
    for (auto i = std::lower_bound(events.begin(), events.end(), first); i != events.end() && *i <= last; ++i) {
      if (++looked > 200) break;
      const replay::Instant instant = replay.timeline().instant(kind, *i);
      if (scene.layout.rowOfInstant(row.run, instant.lane) != &row) continue;
      const double distance = std::abs(scene.pixel(row.run, instant.at) - point.x());
      if (distance >= nearest) continue;
      nearest = distance;
      hit.what = Hit::What::instant;
      hit.kind = kind;
      hit.event = *i;
    }
  }
  return hit.what == Hit::What::instant;
}

QString escaped(const QString& text) { return text.toHtmlEscaped(); }
QString of(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

QString instantName(InstantKind kind) {
  switch (kind) {
    case InstantKind::print: return Words::tr("printed");
    case InstantKind::callback: return Words::tr("callback");
    case InstantKind::cancel_request: return Words::tr("cancellation requested");
    case InstantKind::exception: return Words::tr("exception raised");
    case InstantKind::warning: return Words::tr("warning");
    case InstantKind::task_end: return Words::tr("task ends");
    case InstantKind::world: return Words::tr("outside world");
  }
  return {};
}

QString paragraph(const QString& title, const QStringList& lines) {
  QString html = QStringLiteral("<p style='white-space:pre-wrap; margin:0'><b>%1</b>").arg(title);
  for (const QString& line : lines) html += QStringLiteral("<br>") + line;
  return html + QStringLiteral("</p>");
}

QString describeSlice(const Scene& scene, const Hit& hit) {
  const replay::Replay& replay = scene.comparison.replay(hit.run);
  const replay::Lane& lane = replay.timeline().lanes()[hit.row->lane];
  const Track track = replay.timeline().track(hit.row->lane);
  const State state = track.state[hit.slice];
  const QString label = sliceLabel(replay, hit.row->lane, hit.slice);
  QString title = escaped(laneName(replay, hit.row->lane));
  if (const QString call = laneCall(replay, hit.row->lane); !call.isEmpty())
    title += QStringLiteral(" · ") + escaped(call);
  QStringList lines;
  QString what = stateName(state, lane.kind);
  if (!label.isEmpty() && label != what) what += QStringLiteral(": ") + escaped(label);
  lines << what;
  const replay::Moment begin = track.begin(hit.slice);
  const replay::Moment end = std::min(track.end(hit.slice), scene.comparison.endOf(hit.run));
  if (replay::is_end(state)) {
    lines << Words::tr("at %1").arg(timeText(begin.time));
  } else if (end.time - begin.time < Instants::kTogether) {
    lines << Words::tr("at %1, takes no time").arg(timeText(begin.time));
  } else {
    lines << Words::tr("from %1 to %2 · %3")
                 .arg(timeText(begin.time), timeText(end.time), timeText(end.time - begin.time));
  }
  if (lane.kind == LaneKind::task) {
    for (const replay::Frame& frame : replay.stack_at(lane.id, begin)) {
      lines << Words::tr("in %1, line %2").arg(escaped(of(frame.function))).arg(frame.line);
    }
  }
  return paragraph(title, lines);
}

}  // namespace

Selection Hit::selection(const Comparison& comparison) const {
  if (row == nullptr || row->kind != LaneRow::Kind::lane) return {};
  const replay::Lane& lane = comparison.replay(run).timeline().lanes()[row->lane];
  const replay::ObjectId task = lane.kind == LaneKind::task ? lane.id : 0;
  if (what == What::instant) return Selection::ofEvent(run, event, task);
  return task != 0 ? Selection::ofTask(run, task) : Selection::ofLane(run, row->lane);
}

Hit hitAt(const Scene& scene, const QPointF& point) {
  Hit hit;
  if (point.y() > scene.rows.bottom()) {
    hit.what = Hit::What::axis;
    return hit;
  }
  if (scene.layout.rows().empty()) return hit;
  const double content = point.y() - scene.rows.top() + scene.scroll;
  const LaneRow& row = scene.layout.rows()[scene.layout.rowAt(content)];
  if (content > row.bottom()) return hit;
  hit.row = &row;
  hit.run = row.run;
  if (row.kind != LaneRow::Kind::lane) {
    hit.what = row.kind == LaneRow::Kind::run ? Hit::What::run : Hit::What::counter;
    return hit;
  }
  if (point.x() < scene.plotLeft() - Scene::kLeftMargin) {
    hit.what = Hit::What::heading;
    hit.box = QRectF(scene.rows.left(), scene.y(row.y), scene.layout.headings(), row.height);
    return hit;
  }
  hit.what = Hit::What::lane;
  if (findInstant(scene, row, point, hit)) return hit;
  if (content < row.barY - 2 || content > row.barsBottom() + 2) return hit;
  const Track track = scene.comparison.replay(row.run).timeline().track(row.lane);
  const Position at = scene.scale.positionAt(scene.xAt(point.x()));
  const std::size_t slice = track.at(scene.comparison.momentOf(row.run, at));
  if (slice == Track::npos || track.state[slice] == State::none) return hit;
  const bool ended = replay::is_end(track.state[slice]);
  const double left = scene.pixel(row.run, track.begin(slice));
  if (ended && point.x() > left + scene.metrics.em * 1.6) return hit;
  const replay::Moment end = std::min(track.end(slice), scene.comparison.endOf(row.run));
  const double right = ended ? left + scene.metrics.em * 1.6 : scene.pixel(row.run, end);
  hit.what = Hit::What::slice;
  hit.slice = slice;
  hit.box = QRectF(scene.clamped(left), scene.y(row.barY), std::max(scene.clamped(right) - scene.clamped(left), 3.0),
                   row.barsBottom() - row.barY);
  return hit;
}

QString describe(const Scene& scene, const Hit& hit, const QPointF& point) {
  switch (hit.what) {
    case Hit::What::slice: return describeSlice(scene, hit);
    case Hit::What::instant: {
      const replay::Instant instant = scene.comparison.replay(hit.run).timeline().instant(hit.kind, hit.event);
      return paragraph(instantName(hit.kind), {escaped(QString::fromStdString(instant.text)),
                                               Words::tr("at %1").arg(timeText(instant.at.time))});
    }
    case Hit::What::heading: {
      const replay::Replay& replay = scene.comparison.replay(hit.run);
      const replay::Lane& lane = replay.timeline().lanes()[hit.row->lane];
      return paragraph(escaped(laneName(replay, hit.row->lane)),
                       {escaped(laneCall(replay, hit.row->lane)),
                        Words::tr("there from %1 to %2").arg(timeText(lane.begin.time), timeText(lane.end.time))});
    }
    case Hit::What::counter: {
      const replay::Counter& counter = scene.comparison.replay(hit.run).timeline().counters()[hit.row->counter];
      const Position at = scene.scale.positionAt(scene.xAt(point.x()));
      const replay::Moment moment = scene.comparison.momentOf(hit.run, at);
      return paragraph(escaped(counterName(counter)),
                       {QString::number(counter.at(moment.event)), Words::tr("at %1").arg(timeText(moment.time))});
    }
    case Hit::What::run:
      return paragraph(escaped(runTitle(scene.comparison, hit.run)), {scene.layout.summary(hit.run)});
    case Hit::What::nothing:
    case Hit::What::lane:
    case Hit::What::axis: break;
  }
  return {};
}

}  // namespace loopline::ui::timeline
