#include "transport/transport_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>

#include "style/style_sheet.h"
#include "transport/scrubber.h"
#include "ui_model/fonts.h"
#include "ui_model/narrator.h"
#include "ui_model/playhead.h"
#include "ui_model/theme.h"
#include "view/icon.h"
#include "widgets/segmented.h"

namespace loopline::ui {

TransportBar::TransportBar(PlaybackController& playback, QWidget* parent) : QWidget(parent), m_playback(playback) {
  setObjectName(QStringLiteral("transport"));
  setAttribute(Qt::WA_StyledBackground);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(14, 8, 14, 8);
  row->setSpacing(8);
  m_first = addButton(QStringLiteral("first"), tr("To the start (Home)"), &PlaybackController::first);
  m_back = addButton(QStringLiteral("back"), tr("One step back (←)"), &PlaybackController::back);
  m_play = addButton(QStringLiteral("play"), tr("Play or pause (Space)"), &PlaybackController::togglePlaying);
  m_forward = addButton(QStringLiteral("forward"), tr("One step on (→)"), &PlaybackController::forward);
  m_last = addButton(QStringLiteral("last"), tr("To the end (End)"), &PlaybackController::last);
  markMain(*m_play);
  m_play->setMinimumWidth(40);

  m_granularity = new Segmented(tr("Step by"), {tr("Line"), tr("Switch"), tr("Turn"), tr("Print"), tr("Cue")}, this);
  m_granularity->setTips({tr("A step is a line of code"), tr("A step is a switch: a task begins or ends its run"),
                          tr("A step is a turn of the loop"), tr("A step is a printed line"),
                          tr("A step is a line with a cue")});
  connect(m_granularity, &Segmented::chosenByUser, &playback, [&playback](int index) {
    playback.setGranularity(PlaybackController::kGranularities[static_cast<std::size_t>(index)]);
  });
  m_speed = new QComboBox(this);
  m_speed->setAccessibleName(tr("Speed of playing"));
  m_speed->setToolTip(tr("Speed of playing"));
  for (const double speed : PlaybackController::kSpeeds) m_speed->addItem(tr("%1 step/s").arg(speed), speed);
  connect(m_speed, &QComboBox::activated, &playback,
          [this](int index) { m_playback.setSpeed(m_speed->itemData(index).toDouble()); });
  m_speedTitle = new QLabel(tr("Speed"), this);
  m_speedTitle->setObjectName(QStringLiteral("quiet"));
  m_speedTitle->setBuddy(m_speed);
  m_scrubber = new Scrubber(playback, this);
  m_place = new QLabel(this);
  m_place->setFont(codeFont(9));
  m_place->setObjectName(QStringLiteral("quiet"));

  row->addSpacing(2);
  row->addWidget(m_granularity);
  row->addSpacing(2);
  row->addWidget(m_speedTitle);
  row->addWidget(m_speed);
  row->addWidget(m_scrubber, 1);
  row->addWidget(m_place);
  connect(&playback, &PlaybackController::comparisonChanged, this, &TransportBar::follow);
  connect(&playback, &PlaybackController::positionChanged, this, &TransportBar::follow);
  connect(&playback, &PlaybackController::granularityChanged, this, &TransportBar::follow);
  connect(&playback, &PlaybackController::playingChanged, this, &TransportBar::follow);
  connect(&playback, &PlaybackController::speedChanged, this, &TransportBar::follow);
  follow();
}

QToolButton* TransportBar::addButton(const QString& icon, const QString& name, void (PlaybackController::*slot)()) {
  auto* button = new QToolButton(this);
  button->setObjectName(icon);
  button->setAccessibleName(name);
  button->setToolTip(name);
  button->setMinimumSize(30, 30);
  connect(button, &QToolButton::clicked, &m_playback, slot);
  layout()->addWidget(button);
  return button;
}

void TransportBar::setTheme(const Theme& theme) {
  m_theme = &theme;
  for (QToolButton* button : {m_first, m_back, m_forward, m_last})
    button->setIcon(themedIcon(button->objectName(), theme));
  m_scrubber->setTheme(theme);
  follow();
}

void TransportBar::follow() {
  const bool any = m_playback.runCount() > 0;
  m_first->setEnabled(any && !m_playback.atStart());
  m_back->setEnabled(any && !m_playback.atStart());
  m_play->setEnabled(any);
  m_forward->setEnabled(any && !m_playback.atEnd());
  m_last->setEnabled(any && !m_playback.atEnd());
  m_scrubber->setEnabled(any);
  if (m_theme != nullptr) {
    const QString icon = m_playback.isPlaying() ? QStringLiteral("pause") : QStringLiteral("play");
    m_play->setIcon(themedIcon(icon, any ? m_theme->buttonText : m_theme->quietText));
  }
  const auto& granularities = PlaybackController::kGranularities;
  const auto chosen = std::ranges::find(granularities, m_playback.granularity());
  m_granularity->choose(static_cast<int>(chosen - granularities.begin()));
  m_speed->setCurrentIndex(m_speed->findData(m_playback.speed()));
  m_place->setText(placeText());
  m_place->setMinimumWidth(m_place->fontMetrics().horizontalAdvance(QStringLiteral("t 00.000 s · 000/000")));
  m_place->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

QString TransportBar::placeText() const {
  if (m_playback.runCount() == 0) return {};
  return tr("t %1 · %2/%3")
      .arg(QString::fromStdString(replay::seconds_text(m_playback.position().time)))
      .arg(m_playback.stopIndex())
      .arg(std::max<std::size_t>(m_playback.stopCount(), 1) - 1);
}

void TransportBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // What is said twice goes first when it is narrow.
  m_speedTitle->setVisible(width() > 1150);
}

}  // namespace loopline::ui
