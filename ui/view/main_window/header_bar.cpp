#include "main_window/header_bar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QToolButton>

#include "ui_model/fonts.h"
#include "ui_model/theme.h"
#include "view/icon.h"
#include "widgets/segmented.h"

namespace loopline::ui {

HeaderBar::HeaderBar(QMenuBar* menus, QWidget* parent)
    : QWidget(parent),
      m_logo(new QLabel(this)),
      m_name(new QLabel(QStringLiteral("Loopline"), this)),
      m_chapter(new QLabel(this)),
      m_title(new QLabel(this)),
      m_state(new QLabel(this)),
      m_axisTitle(new QLabel(tr("Axis"), this)),
      m_axis(new Segmented(tr("Axis"), {tr("Time"), tr("Elastic"), tr("Steps")}, this)),
      m_deeds(new QWidget(this)) {
  setObjectName(QStringLiteral("header"));
  setAttribute(Qt::WA_StyledBackground);
  m_name->setFont(textFont(10.5, QFont::Bold));
  m_title->setFont(textFont(10.5, QFont::DemiBold));
  m_chapter->setObjectName(QStringLiteral("quiet"));
  m_state->setObjectName(QStringLiteral("quiet"));
  m_axisTitle->setObjectName(QStringLiteral("quiet"));
  m_axis->setTips({tr("Proportional to time (1)"), tr("Busy instants stretched, idle time compressed (2)"),
                   tr("Every event the same width (3)")});
  menus->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_title->installEventFilter(this);
  auto* deeds = new QHBoxLayout(m_deeds);
  deeds->setContentsMargins(0, 0, 0, 0);
  deeds->setSpacing(8);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 7, 14, 7);
  row->setSpacing(8);
  row->addWidget(m_logo);
  row->addWidget(m_name);
  row->addSpacing(4);
  row->addWidget(menus);
  row->addSpacing(8);
  row->addWidget(m_chapter);
  row->addWidget(m_title, 1);
  row->addWidget(m_state);
  row->addSpacing(8);
  row->addWidget(m_axisTitle);
  row->addWidget(m_axis);
  row->addSpacing(4);
  row->addWidget(m_deeds);
  connect(m_axis, &Segmented::chosenByUser, this, &HeaderBar::axisChosen);
}

void HeaderBar::setTitle(const QString& chapter, const QString& title, const QString& state) {
  m_chapterText = chapter;
  m_titleText = title;
  m_state->setText(state);
  showTitle();
}

void HeaderBar::setStudying(bool studying) {
  m_studying = studying;
  m_axis->setVisible(studying);
  m_deeds->setVisible(studying);
  showTitle();
}

void HeaderBar::showTitle() {
  const int em = fontMetrics().height();  // what is said elsewhere too goes first when it is narrow
  const bool wide = width() > 74 * em;
  m_chapter->setText(m_chapterText.isEmpty() ? QString() : m_chapterText + QStringLiteral(" ›"));
  m_chapter->setVisible(!m_chapterText.isEmpty() && wide);
  m_axisTitle->setVisible(m_studying && wide);
  m_name->setVisible(width() > 60 * em);
  const auto style = width() > 66 * em ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
  for (QToolButton* button : m_buttons) button->setToolButtonStyle(style);
  m_title->setText(m_title->fontMetrics().elidedText(m_titleText, Qt::ElideRight, std::max(m_title->width(), 40)));
  m_title->setToolTip(m_titleText);
  m_title->setAccessibleName(tr("Lesson: %1").arg(m_titleText));
}

void HeaderBar::addDeed(QAction* action, const QString& text, bool main) {
  auto* button = new QToolButton(m_deeds);
  button->setDefaultAction(action);
  button->setText(text);
  button->setAccessibleName(text);
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setIconSize(QSize(1, 1) * std::max(14, button->fontMetrics().height() * 7 / 8));
  button->setToolTip(text);
  button->setProperty("main", main);
  m_deeds->layout()->addWidget(button);
  m_buttons << button;
  connect(action, &QAction::changed, button, [button, text] { button->setText(text); });
}

void HeaderBar::setAxis(int index) { m_axis->choose(index); }

void HeaderBar::setTheme(const Theme& theme) {
  Q_UNUSED(theme)
  const int size = m_name->fontMetrics().height() + 4;
  m_logo->setPixmap(QIcon(QStringLiteral(":/icons/loopline.svg")).pixmap(size, size));
}

/// The title is cut for the room that it has in the end.
bool HeaderBar::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_title && event->type() == QEvent::Resize) {
    m_title->setText(m_title->fontMetrics().elidedText(m_titleText, Qt::ElideRight, std::max(m_title->width(), 40)));
  }
  return QWidget::eventFilter(watched, event);
}

void HeaderBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  showTitle();
}

}  // namespace loopline::ui
