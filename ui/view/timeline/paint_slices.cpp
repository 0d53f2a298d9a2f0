// What lanes do: exact slices where there are few, a picture of shares where there are many.
#include <QPainter>
#include <vector>

#include "timeline/dense.h"
#include "timeline/scene.h"
#include "ui_model/labels.h"

namespace loopline::ui::timeline {

using replay::Coverage;
using replay::LaneKind;
using replay::State;
using replay::Track;

namespace {

/// A slice on the screen.
struct Box {
  QRectF rect;
  bool narrow = false;  // too narrow for an outline of its own
};

class LanePainter {
 public:
  /// `plain`: there are many slices, so they have square corners.
  LanePainter(QPainter& painter, const Scene& scene, const LaneRow& row, bool plain)
      : m_plain(plain),
        m_painter(painter),
        m_scene(scene),
        m_row(row),
        m_timeline(scene.comparison.replay(row.run).timeline()),
        m_lane(m_timeline.lanes()[row.lane]),
        m_track(m_timeline.track(row.lane)),
        m_colors(scene.theme.task(row.color)) {}

  /// Slices [first, last].
  void paint(std::size_t first, std::size_t last) {
    // What has no width of its own comes later, so that it stays visible.
    for (const bool running : {false, true}) {
      for (std::size_t i = first; i <= last; ++i) {
        if ((m_track.state[i] == State::running || m_track.state[i] == State::blocking) == running) paintSlice(i);
      }
    }
    if (m_row.subRows > 1) paintSubRows(first, last);
  }

 private:
  Box boxOf(replay::Moment begin, replay::Moment end, double top, double height) const {
    double left = m_scene.pixel(m_row.run, begin), right = m_scene.pixel(m_row.run, end);
    Box box;
    box.narrow = right - left < m_scene.metrics.leastSlice;
    if (box.narrow) right = left + m_scene.metrics.leastSlice;
    left = m_scene.clamped(left);
    right = m_scene.clamped(right);
    box.rect = QRectF(left, m_scene.y(top), right - left, height);
    return box;
  }

  void paintSlice(std::size_t i) {
    const State state = m_track.state[i];
    if (state == State::none || replay::is_end(state)) return;
    if (m_scene.comparison.isFolded(m_row.run, m_track.event[i])) return;
    const replay::Moment end = std::min(m_track.end(i), m_scene.comparison.endOf(m_row.run));
    if (end < m_track.begin(i)) return;
    // Nothing stands below what is late: its words have the room of all rows.
    const double height = state == State::late ? m_row.barsBottom() - m_row.barY : m_row.barHeight;
    const Box box = boxOf(m_track.begin(i), end, m_row.barY, height);
    // Of waits and queues that take no time nothing is seen on the time axis.
    if (box.narrow && state != State::running && state != State::blocking) return;
    if (box.rect.width() <= 0) return;
    if (m_lane.kind == LaneKind::task)
      paintTask(box, state, i);
    else if (m_row.coloured)
      paintState(box, state, 0, [&] { return label(i); });
    else
      paintLoop(box, state, i);
  }

  QString label(std::size_t i) const { return sliceLabel(m_scene.comparison.replay(m_row.run), m_row.lane, i); }

  void paintTask(const Box& box, State state, std::size_t i) {
    // With rows for the whole stack, the first one tells the coroutine, the last one what is awaited.
    const bool stacked = m_row.subRows > 1 && state == State::waiting;
    paintState(box, state, 0, [&] {
      return stacked ? QString::fromUtf8(m_lane.label.data(), qsizetype(m_lane.label.size())) : label(i);
    });
  }

  template <class Label>
  void paintState(const Box& box, State state, int depth, Label&& text) {
    const Theme& theme = m_scene.theme;
    switch (state) {
      case State::running: {
        const QColor fill = depth == 0 ? m_colors.fill : m_colors.deeper;
        block(box, fill);
        if (m_colors.secondPattern)
          drawHatch(m_painter, box.rect.adjusted(0, 0, 0, -box.rect.height() * 0.72), theme.surface, 1.2, 6);
        write(box, text, depth == 0 ? m_colors.fillText : m_colors.deeperText);
        break;
      }
      case State::waiting:
        frame(box, m_colors.tint, m_colors.line, Qt::SolidLine, 0.8, inset(1.5));
        write(box, text, m_colors.tintText);
        break;
      case State::ready:
        frame(box, m_colors.ready, m_colors.line, Qt::DashLine, 1.2, inset(2.5));
        write(box, text, m_colors.tintText);
        break;
      case State::late:
        frame(box, theme.late, theme.blockingText, Qt::DashLine, 1.2, inset(1.5));
        write(box, text, theme.blockingText);
        break;
      case State::blocking: paintBlocking(box, text); break;
      default: break;
    }
  }

  void paintLoop(const Box& box, State state, std::size_t i) {
    const Theme& theme = m_scene.theme;
    switch (state) {
      case State::running:
        block(box, theme.loopTurn, theme.loopLine);
        write(
            box, [&] { return label(i); }, theme.loopTurnText);
        break;
      case State::idle: {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(theme.loopIdle);
        m_painter.drawRect(box.rect);
        drawHatch(m_painter, box.rect, theme.loopIdleHatch, 1.4, 7);
        writeOnChip(
            box, [&] { return label(i); }, theme.loopIdleText, theme.loopIdle);
        break;
      }
      case State::waiting:
        m_painter.setPen(QPen(theme.border, 1));
        m_painter.setBrush(theme.loopIdle);
        m_painter.drawRect(box.rect.adjusted(0.5, 2.5, -0.5, -2.5));
        write(
            box, [&] { return label(i); }, theme.loopIdleText);
        break;
      case State::blocking:
        if (m_lane.kind == LaneKind::loop)
          paintBlocking(box, [&] { return label(i); });
        else
          paintAsleep(box, [&] { return label(i); });
        break;
      default: break;
    }
  }

  /// A thread in time.sleep: whether that holds up a loop is told on the loop's lane.
  template <class Label>
  void paintAsleep(const Box& box, Label&& text) {
    frame(box, m_scene.theme.loopIdle, m_scene.theme.loopLine, Qt::SolidLine, 0.8, 0);
    drawHatch(m_painter, box.rect.adjusted(1, 1, -1, -1), m_scene.theme.loopIdleHatch, 1.4, 7, false);
    writeOnChip(box, text, m_scene.theme.loopIdleText, m_scene.theme.loopIdle);
  }

  template <class Label>
  void paintBlocking(const Box& box, Label&& text) {
    const Theme& theme = m_scene.theme;
    block(box, theme.blocking);
    drawHatch(m_painter, box.rect, theme.blockingHatch, 2.2, 9);
    m_painter.setPen(QPen(theme.blockingHatch, 1));
    m_painter.setBrush(Qt::NoBrush);
    if (!box.narrow) m_painter.drawRoundedRect(box.rect.adjusted(0.5, 0.5, -0.5, -0.5), corner(), corner());
    writeOnChip(box, text, theme.blockingText, theme.surface, true);
  }

  double inset(double designed) const { return m_row.barHeight >= 16 ? designed : designed / 2; }
  double corner() const { return m_scene.metrics.corner; }

  /// Too small for corners and outlines; there may be thousands.
  bool isTiny(const QRectF& rect) const { return rect.width() < 5 && !m_scene.vector; }

  void block(const Box& box, const QColor& fill, const QColor& line = Qt::transparent) {
    if (isTiny(box.rect)) return m_painter.fillRect(box.rect, fill);
    if (m_plain) return plainFrame(box.rect.adjusted(0.5, 0, -0.5, 0), fill, line.alpha() == 0 ? fill : line, false);
    m_painter.setBrush(fill);
    // Neighbours of the same colour stay apart.
    const QRectF rect = box.narrow ? box.rect : box.rect.adjusted(0.5, 0, -0.5, 0);
    m_painter.setPen(line.alpha() == 0 || box.narrow ? QPen(Qt::NoPen) : QPen(line, 0.8));
    const double round = std::min(corner(), rect.width() / 3);
    m_painter.drawRoundedRect(rect, round, round);
  }

  /// Edges on whole pixels, without smoothing.
  void plainFrame(const QRectF& exact, const QColor& fill, const QColor& line, bool dashed) {
    const int left = qRound(exact.left()), right = std::max(qRound(exact.right()), left + 1);
    const int top = qRound(exact.top()), bottom = qRound(exact.bottom());
    m_painter.fillRect(left, top, right - left, bottom - top, fill);
    m_painter.fillRect(left, top, 1, bottom - top, line);
    m_painter.fillRect(right - 1, top, 1, bottom - top, line);
    for (int x = left; x < right; x += dashed ? 5 : right - left) {
      const int width = dashed ? std::min(3, right - x) : right - left;
      m_painter.fillRect(x, top, width, 1, line);
      m_painter.fillRect(x, bottom - 1, width, 1, line);
    }
  }

  void frame(const Box& box, const QColor& fill, const QColor& line, Qt::PenStyle style, double width, double inset) {
    const QRectF rect = box.rect.adjusted(0.8, inset, -0.8, -inset);
    if (rect.width() <= 0) return;
    if (isTiny(rect)) return m_painter.fillRect(rect, style == Qt::DashLine ? line : fill);
    if (m_plain) return plainFrame(rect, fill, line, style == Qt::DashLine);
    m_painter.setBrush(fill);
    QPen pen(line, width);
    if (style == Qt::DashLine) pen.setDashPattern({3.0, 2.0});
    m_painter.setPen(rect.width() < 2 ? QPen(Qt::NoPen) : pen);
    const double round = std::min(corner(), rect.width() / 3);
    m_painter.drawRoundedRect(rect, round, round);
  }

  /// Where a label of a slice may stand: within it, and within the view.
  QRectF roomIn(const Box& box) const {
    const double padding = m_scene.metrics.textPadding;
    const double left = std::max(box.rect.left(), m_scene.plotLeft()) + padding;
    const double right = std::min(box.rect.right(), m_scene.plotRight()) - padding + 2;
    return {left, box.rect.top(), right - left, box.rect.height()};
  }

  template <class Label>
  void write(const Box& box, Label&& text, const QColor& color) {
    const QRectF room = roomIn(box);
    if (room.width() < m_scene.metrics.em) return;  // names are made only where there is room for one
    drawText(m_painter, m_scene, room, fitting(m_scene, text(), m_scene.metrics.label, room.width()),
             m_scene.metrics.label, color);
  }

  template <class Label>
  void writeOnChip(const Box& box, Label&& text, const QColor& color, const QColor& ground, bool strong = false) {
    const QRectF room = roomIn(box);
    if (room.width() < m_scene.metrics.em) return;
    QFont font = m_scene.metrics.label;
    if (strong) font.setWeight(QFont::DemiBold);
    const QString shown = fitting(m_scene, text(), font, room.width() - 8);
    if (shown.isEmpty()) return;
    const double width = widthOf(m_scene, shown, font) + 12;
    const double height = std::min(room.height() - 2, m_scene.metrics.em * 1.25);
    QRectF chip(0, 0, std::min(width, room.width()), height);
    chip.moveCenter(room.center());
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(chip, corner(), corner());
    drawText(m_painter, m_scene, chip, shown, font, color, Qt::AlignCenter);
  }

  /// Rows below the first: what the coroutine called or awaits, and what that waits for.
  void paintSubRows(std::size_t first, std::size_t last) {
    const replay::Moment from = m_track.begin(first), to = m_track.end(last);
    for (const bool running : {false, true}) {
      for (const replay::SubSlice& slice : m_timeline.sub_slices(m_row.lane, from, to, 4'000)) {
        if (slice.row == 0 || slice.row >= m_row.subRows) continue;
        const bool runs = slice.state == State::running || slice.state == State::blocking;
        if (runs != running) continue;
        const Box box = boxOf(slice.begin, slice.end, m_row.subY(slice.row), m_row.subHeight);
        if (box.rect.width() <= 0 || (box.narrow && !runs)) continue;
        paintState(box, slice.state, slice.row, [&] {
          // Below the functions stands what is awaited.
          const QString text = QString::fromStdString(slice.text);
          return slice.function.empty() ? sliceLabel(text, slice.state, m_lane.kind) : text;
        });
      }
    }
  }

  const bool m_plain;
  QPainter& m_painter;
  const Scene& m_scene;
  const LaneRow& m_row;
  const replay::Timeline& m_timeline;
  const replay::Lane& m_lane;
  const Track m_track;
  const TaskColors& m_colors;
};

/// More slices than that are drawn as a picture: pixels enough for each, and not too many for a frame.
double mostSlices(const Scene& scene) {
  constexpr double kFrame = 3'000, kLane = 40;
  const double lanes = static_cast<double>(std::max<std::size_t>(scene.visible().size(), 1));
  return std::min((scene.plotRight() - scene.plotLeft()) / 2, std::max(kFrame / lanes, kLane));
}

}  // namespace

void paintSlices(QPainter& painter, const Scene& scene) {
  struct Exact {
    const LaneRow* row;
    std::size_t first, last;
  };
  constexpr std::size_t kFew = 500;  // slices that may have all their looks
  std::vector<const LaneRow*> dense;
  std::vector<Exact> exact;
  std::size_t count = 0;
  const double most = mostSlices(scene);
  for (const LaneRow& row : scene.visible()) {
    if (row.kind == LaneRow::Kind::counter) paintCounter(painter, scene, row);
    if (row.kind != LaneRow::Kind::lane) continue;
    const Track track = scene.comparison.replay(row.run).timeline().track(row.lane);
    if (track.empty()) continue;
    const std::size_t at = track.at(scene.from(row.run));
    const std::size_t first = at == Track::npos ? 0 : at;
    const std::size_t last = track.at(scene.to(row.run));
    if (last == Track::npos) continue;
    if (static_cast<double>(last - first) > most) {
      dense.push_back(&row);
    } else {
      exact.push_back({&row, first, last});
      count += last - first;
    }
  }
  DenseCache once;
  if (!dense.empty() || scene.dense != nullptr) {
    DensePainter(scene, scene.dense != nullptr ? *scene.dense : once).paint(painter, dense);
  }
  const bool plain = count > kFew && !scene.vector;
  for (const Exact& lane : exact) LanePainter(painter, scene, *lane.row, plain).paint(lane.first, lane.last);
}

}  // namespace loopline::ui::timeline
