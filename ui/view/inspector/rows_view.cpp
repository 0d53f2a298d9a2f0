#include "inspector/rows_view.h"

#include <QPainter>
#include <algorithm>
#include <utility>

#include "inspector/row_delegate.h"
#include "ui_model/fonts.h"
#include "ui_model/theme.h"

namespace loopline::ui {

RowsView::RowsView(const QString& name, Style style, QWidget* parent)
    : QListView(parent), m_delegate(new RowDelegate(style, this)) {
  setLayoutDirection(Qt::LeftToRight);  // as programs are written, whatever the language
  setModel(&m_model);
  setItemDelegate(m_delegate);
  setAccessibleName(name);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerPixel);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setSelectionMode(NoSelection);
  setUniformItemSizes(false);
  setResizeMode(Adjust);  // rows are taller where they are narrower
  if (style == Style::console) {
    setObjectName(QStringLiteral("consoleList"));
    setViewportMargins(0, 4, 0, 4);
  }
  const auto choose = [this](const QModelIndex& index) {
    if (const Row* row = m_model.row(index)) emit rowChosen(*row);
  };
  connect(this, &QListView::clicked, this, choose);
  connect(this, &QListView::activated, this, choose);
}

void RowsView::setRows(std::vector<Row> rows) {
  const bool grows = rows.size() > m_model.rows().size();
  m_model.setRows(std::move(rows));
  fit();
  if (grows && objectName() == QStringLiteral("consoleList")) scrollToBottom();
}

void RowsView::setEmptyText(const QString& text) {
  if (text == m_empty) return;
  m_empty = text;
  fit();
}

void RowsView::setTheme(const Theme& theme) {
  m_delegate->setTheme(theme);
  fit();
  viewport()->update();
}

void RowsView::setSelected(const Selection& selection, int task) {
  m_delegate->setSelected(selection, task);
  viewport()->update();
}

int RowsView::contentHeight() const {
  const int margins = viewportMargins().top() + viewportMargins().bottom() + 2 * frameWidth();
  if (m_model.rows().empty()) {
    const int width = std::max(viewport()->width() - 4, 80);
    return QFontMetrics(textFont(9.5)).boundingRect(0, 0, width, 1000, Qt::TextWordWrap, m_empty).height() + margins +
           2;
  }
  int height = margins;
  const int rows = std::min(m_model.rowCount(), m_mostRows);
  for (int row = 0; row < rows; ++row) height += sizeHintForRow(row);
  return height;
}

void RowsView::fit() {
  const int height = contentHeight();
  if (height != maximumHeight() || height != minimumHeight()) setFixedHeight(height);
  setVerticalScrollBarPolicy(m_model.rowCount() > m_mostRows ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

QSize RowsView::sizeHint() const { return {200, contentHeight()}; }
QSize RowsView::minimumSizeHint() const { return {80, contentHeight()}; }

void RowsView::resizeEvent(QResizeEvent* event) {
  QListView::resizeEvent(event);
  fit();
}

void RowsView::paintEvent(QPaintEvent* event) {
  QListView::paintEvent(event);
  if (!m_model.rows().empty() || m_empty.isEmpty() || m_delegate->theme() == nullptr) return;
  QPainter painter(viewport());
  painter.setFont(textFont(9.5));
  const bool console = objectName() == QStringLiteral("consoleList");
  painter.setPen(console ? m_delegate->theme()->consoleQuiet : m_delegate->theme()->quietText);
  const QRect box = viewport()->rect().adjusted(console ? 8 : 4, 0, -2, 0);
  painter.drawText(box, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, m_empty);
}

}  // namespace loopline::ui
