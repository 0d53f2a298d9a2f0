#include "help/sign.h"

#include <QPainter>

#include "timeline/scene.h"
#include "ui_model/fonts.h"

namespace loopline::ui {

using timeline::Mark;

std::vector<SignText> signTexts() {
  return {
      {Sign::running, SignView::tr("The task runs: full colour, full height.")},
      {Sign::ready, SignView::tr("The task is ready and stands in the queue: dashed outline.")},
      {Sign::waiting, SignView::tr("The task waits for what is written on it: thin outline, pale.")},
      {Sign::late, SignView::tr("The task is due, but its loop is held up elsewhere: dashed, in the warning colour.")},
      {Sign::blocking, SignView::tr("A call blocks the loop, and with it everybody: hatched.")},
      {Sign::turn, SignView::tr("The loop takes a turn.")},
      {Sign::idle, SignView::tr("The loop sleeps in select until something happens: pale hatching.")},
      {Sign::done, SignView::tr("The task has ended with a result.")},
      {Sign::raised, SignView::tr("An exception; behind the last slice: it ended the task.")},
      {Sign::cancelled, SignView::tr("The task was cancelled.")},
      {Sign::cancelRequest, SignView::tr("On the edge of a lane: somebody asked this task to stop.")},
      {Sign::warning, SignView::tr("A warning, such as a coroutine that was never awaited.")},
      {Sign::print, SignView::tr("A line of output.")},
      {Sign::callback, SignView::tr("A callback runs.")},
      {Sign::created, SignView::tr("An arrow: one task makes or wakes the other.")},
      {Sign::awaits, SignView::tr("A dashed arrow: one task begins to wait for the other.")},
      {Sign::playhead, SignView::tr("The playhead. Everything in the window is as of here.")},
      {Sign::bookmark, SignView::tr("Your bookmark; with a note it shows its text.")},
  };
}

SignView::SignView(Sign sign, const Theme& theme, QWidget* parent) : QWidget(parent), m_sign(sign), m_theme(theme) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SignView::sizeHint() const {
  const int line = QFontMetrics(textFont()).height();
  return {line * 4, line + 8};
}

void SignView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box = QRectF(rect()).adjusted(2, 3, -2, -3);
  const TaskColors& task = m_theme.task(0);
  const auto frame = [&](const QColor& fill, const QColor& line, bool dashed) {
    QPen pen(line, 1.2);
    if (dashed) pen.setDashPattern({3.0, 2.0});
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 3, 3);
  };
  const auto mark = [&](Mark what, const QColor& color) {
    timeline::drawMark(painter, what, box.center(), box.height() * 0.75, color);
  };
  const auto hatched = [&](const QColor& fill, const QColor& hatch, double width, double distance) {
    painter.fillRect(box, fill);
    timeline::drawHatch(painter, box, hatch, width, distance);
  };
  const auto arrow = [&](bool dashed) {
    QPen pen(m_theme.flow, 1.4);
    if (dashed) pen.setDashPattern({2.0, 2.5});
    painter.setPen(pen);
    const QPointF tip(box.right() - 8, box.center().y());
    painter.drawLine(QPointF(box.left() + 8, box.center().y()), tip);
    painter.setPen(QPen(m_theme.flow, 1));
    painter.setBrush(dashed ? m_theme.surface : m_theme.flow);
    painter.drawPolygon(QPolygonF({tip, {tip.x() - 7, tip.y() - 4}, {tip.x() - 7, tip.y() + 4}}));
  };
  switch (m_sign) {
    case Sign::running: frame(task.fill, task.fill, false); break;
    case Sign::ready: frame(task.ready, task.line, true); break;
    case Sign::waiting: frame(task.tint, task.line, false); break;
    case Sign::late: frame(m_theme.late, m_theme.blockingText, true); break;
    case Sign::blocking: hatched(m_theme.blocking, m_theme.blockingHatch, 2.2, 9); break;
    case Sign::idle: hatched(m_theme.loopIdle, m_theme.loopIdleHatch, 1.4, 7); break;
    case Sign::turn: frame(m_theme.loopTurn, m_theme.loopLine, false); break;
    case Sign::done: mark(Mark::done, m_theme.success); break;
    case Sign::raised: mark(Mark::raised, m_theme.failure); break;
    case Sign::cancelled: mark(Mark::cancelled, m_theme.quietText); break;
    case Sign::cancelRequest: mark(Mark::cancelled, m_theme.text); break;
    case Sign::warning: mark(Mark::warning, m_theme.warning); break;
    case Sign::callback: mark(Mark::callback, m_theme.axisInstant); break;
    case Sign::print:
      frame(m_theme.console, m_theme.consoleBorder, false);
      painter.setPen(m_theme.consoleText);
      painter.setFont(codeFont(8.5));
      painter.drawText(box, Qt::AlignCenter, QStringLiteral("hello"));
      break;
    case Sign::created: arrow(false); break;
    case Sign::awaits: arrow(true); break;
    case Sign::playhead:
      painter.fillRect(QRectF(box.center().x() - 1, box.top(), 2, box.height()), m_theme.playhead);
      painter.fillRect(QRectF(box.center().x() - 5, box.top(), 10, 6), m_theme.playhead);
      break;
    case Sign::bookmark:
      painter.setPen(Qt::NoPen);
      painter.setBrush(m_theme.accent);
      painter.drawPolygon(QPolygonF({{box.center().x() - 5, box.top()},
                                     {box.center().x() + 5, box.top()},
                                     {box.center().x() + 5, box.bottom()},
                                     {box.center().x(), box.bottom() - 4},
                                     {box.center().x() - 5, box.bottom()}}));
      break;
  }
}

}  // namespace loopline::ui
