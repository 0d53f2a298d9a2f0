#include "widgets/section.h"

#include <QToolButton>
#include <QVBoxLayout>

#include "ui_model/fonts.h"
#include "ui_model/theme.h"
#include "view/icon.h"

namespace loopline::ui {

Section::Section(const QString& title, QWidget* body, QWidget* parent)
    : QWidget(parent), m_heading(new QToolButton(this)), m_body(body) {
  m_heading->setObjectName(QStringLiteral("sectionTitle"));
  m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // a long title is cut, not the panel
  m_heading->setIconSize({10, 10});
  QFont font = textFont(8.25, QFont::DemiBold);
  font.setLetterSpacing(QFont::PercentageSpacing, 106);
  m_heading->setFont(font);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);  // no taller than what it shows
  column->addWidget(m_heading);
  column->addWidget(m_body);
  setTitle(title);
  connect(m_heading, &QToolButton::clicked, this, [this] {
    setOpen(!m_open);
    emit toggled(m_open);
  });
}

void Section::setTitle(const QString& title) {
  m_title = title;
  showTitle();
  m_heading->setAccessibleName(m_open ? tr("%1, open").arg(title) : tr("%1, closed").arg(title));
}

void Section::showTitle() {
  const QString text = m_title.toUpper();
  const int room = m_heading->width() - m_heading->iconSize().width() - 14;
  m_heading->setText(m_laidOut ? m_heading->fontMetrics().elidedText(text, Qt::ElideRight, room) : text);
}

void Section::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_laidOut = true;
  showTitle();
}

void Section::setOpen(bool open) {
  m_open = open;
  m_body->setVisible(open);
  setTitle(m_title);
  if (m_theme != nullptr) setTheme(*m_theme);
}

void Section::setTheme(const Theme& theme) {
  m_theme = &theme;
  m_heading->setIcon(themedIcon(m_open ? QStringLiteral("collapse") : QStringLiteral("expand"), theme.quietText));
}

}  // namespace loopline::ui
