#include "widgets/state_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "style/style_sheet.h"
#include "ui_model/fonts.h"
#include "ui_model/theme.h"
#include "view/icon.h"

namespace loopline::ui {

StateCard::StateCard(QWidget* parent)
    : QWidget(parent),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_code(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_buttons(new QHBoxLayout) {
  setObjectName(QStringLiteral("stateCard"));
  setAttribute(Qt::WA_StyledBackground);
  m_title->setFont(textFont(13, QFont::DemiBold));
  m_title->setAlignment(Qt::AlignCenter);
  m_title->setWordWrap(true);
  m_title->setMaximumWidth(560);
  m_text->setAlignment(Qt::AlignCenter);
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setMaximumWidth(560);
  m_code->setObjectName(QStringLiteral("stateCode"));
  m_code->setFont(codeFont(9));
  m_code->setTextFormat(Qt::PlainText);
  m_code->setWordWrap(true);
  m_code->setMaximumWidth(640);
  m_code->setMargin(10);
  m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_progress->setRange(0, 0);
  m_progress->setTextVisible(false);
  m_progress->setFixedWidth(240);
  m_progress->setAccessibleName(tr("Busy"));
  m_buttons->setSpacing(8);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(24, 16, 24, 16);
  column->setSpacing(8);
  column->addStretch(2);
  column->addWidget(m_icon, 0, Qt::AlignHCenter);
  for (QLabel* each : {m_title, m_text, m_code}) {
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(each, 100);
    row->addStretch(1);
    column->addLayout(row);
  }
  column->addWidget(m_progress, 0, Qt::AlignHCenter);
  auto* centred = new QHBoxLayout;
  centred->addStretch(1);
  centred->addLayout(m_buttons);
  centred->addStretch(1);
  column->addSpacing(4);
  column->addLayout(centred);
  column->addStretch(3);
}

void StateCard::show(State state) {
  const bool sameDeeds = std::ranges::equal(state.deeds, m_state.deeds, {}, &Deed::text, &Deed::text);
  m_state = std::move(state);
  m_title->setText(m_state.title);
  m_text->setText(m_state.text);
  m_text->setVisible(!m_state.text.isEmpty());
  m_code->setText(m_state.code);
  m_code->setVisible(!m_state.code.isEmpty());
  m_progress->setVisible(m_state.busy);
  setAccessibleName(m_state.title + QStringLiteral(". ") + m_state.text);
  paintIcon();
  if (sameDeeds) return;
  while (QLayoutItem* item = m_buttons->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  for (std::size_t i = 0; i < m_state.deeds.size(); ++i) {
    auto* button = new QPushButton(m_state.deeds[i].text, this);
    if (m_state.deeds[i].main) markMain(*button);
    connect(button, &QPushButton::clicked, this, [this, i] {
      const std::function<void()> act = m_state.deeds.at(i).act;  // it may show another state itself
      if (act) act();
    });
    m_buttons->addWidget(button);
  }
}

void StateCard::setTheme(const Theme& theme) {
  m_theme = &theme;
  paintIcon();
}

void StateCard::paintIcon() {
  if (m_theme == nullptr || m_state.icon.isEmpty()) return m_icon->clear();
  const QColor& color = m_state.failed ? m_theme->failure : m_theme->quietText;
  m_icon->setPixmap(themedIcon(m_state.icon, color).pixmap(QSize(36, 36), devicePixelRatioF()));
}

QString StateCard::text() const { return m_state.title + u'\n' + m_state.text + u'\n' + m_state.code; }

}  // namespace loopline::ui
