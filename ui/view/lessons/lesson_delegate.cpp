#include "lessons/lesson_delegate.h"

#include <QPainter>

#include "ui_model/fonts.h"
#include "ui_model/lesson_list_model.h"
#include "ui_model/theme.h"
#include "view/icon.h"

namespace loopline::ui {

namespace {

constexpr int kPad = 8;
constexpr int kMark = 16;

QFont headingFont() {
  QFont font = textFont(8.25, QFont::DemiBold);
  font.setLetterSpacing(QFont::PercentageSpacing, 106);
  return font;
}

QIcon markIcon(int mark, const Theme& theme) {
  switch (static_cast<ProgressStore::Mark>(mark)) {
    case ProgressStore::Mark::done: return themedIcon(QStringLiteral("lesson-done"), theme.success);
    case ProgressStore::Mark::begun: return themedIcon(QStringLiteral("lesson-begun"), theme.success);
    case ProgressStore::Mark::fresh: break;
  }
  return themedIcon(QStringLiteral("lesson-new"), theme.quietText);
}

}  // namespace

void LessonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  if (m_theme == nullptr) return;
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const QString text = index.data().toString();
  if (index.data(LessonListModel::HeadingRole).toBool()) {
    painter->setFont(headingFont());
    painter->setPen(m_theme->quietText);
    const QRect box = option.rect.adjusted(kPad, 0, -kPad, -4);
    painter->drawText(box, Qt::AlignLeft | Qt::AlignBottom,
                      painter->fontMetrics().elidedText(text.toUpper(), Qt::ElideRight, box.width()));
    painter->restore();
    return;
  }
  const bool current = index.data(LessonListModel::CurrentRole).toBool();
  const bool focused = option.state.testFlag(QStyle::State_HasFocus);
  const QRectF row = QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5);
  if (current || option.state.testFlag(QStyle::State_MouseOver) || focused) {
    painter->setPen(focused ? QPen(m_theme->focus, 1) : QPen(Qt::NoPen));
    painter->setBrush(current ? m_theme->selected : m_theme->hover);
    painter->drawRoundedRect(row, 6, 6);
  }
  const QString snippet = index.data(LessonListModel::SnippetRole).toString();
  QRect line = option.rect.adjusted(kPad, 0, -kPad, 0);
  if (!snippet.isEmpty()) line.setHeight(line.height() / 2 + 2);
  const QRect mark(line.left(), line.center().y() - kMark / 2 + 1, kMark, kMark);
  markIcon(index.data(LessonListModel::MarkRole).toInt(), *m_theme).paint(painter, mark);
  line.setLeft(mark.right() + 9);
  painter->setFont(textFont(10, current ? QFont::DemiBold : QFont::Normal));
  painter->setPen(m_theme->text);
  painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                    painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
  if (!snippet.isEmpty()) {
    line.translate(0, line.height() - 6);
    painter->setFont(textFont(8.5));
    painter->setPen(m_theme->quietText);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(snippet, Qt::ElideRight, line.width()));
  }
  painter->restore();
}

QSize LessonDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const int text = QFontMetrics(textFont()).height();
  int height = text + 13;
  if (index.data(LessonListModel::HeadingRole).toBool()) height = text + (index.row() == 0 ? 6 : 16);
  if (!index.data(LessonListModel::SnippetRole).toString().isEmpty()) height = 2 * text + 12;
  return {option.rect.width(), height};
}

}  // namespace loopline::ui
