#include "start/start_page.h"

#include <QFileInfo>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

#include "style/style_sheet.h"
#include "ui_model/fonts.h"
#include "ui_model/progress_store.h"
#include "ui_model/theme.h"
#include "view/icon.h"

namespace loopline::ui {

namespace {

constexpr int kMostFiles = 5;
constexpr int kWidest = 1080;

QString of(const std::string& text) { return QString::fromStdString(text); }

QFrame* makeCard() {
  auto* card = new QFrame;
  card->setObjectName(QStringLiteral("card"));
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(14, 12, 14, 10);
  column->setSpacing(2);
  return card;
}

QLabel* makeTitle(const QString& text, double points) {
  auto* label = new QLabel(text);
  label->setFont(textFont(points, QFont::DemiBold));
  label->setWordWrap(true);
  return label;
}

QLabel* makeQuiet(const QString& text) {
  auto* label = new QLabel(text);
  label->setObjectName(QStringLiteral("quiet"));
  label->setWordWrap(true);
  return label;
}

QPushButton* makeLink(const QString& text) {
  auto* button = new QPushButton;
  button->setProperty("flat", true);
  button->setProperty("row", true);
  button->setAutoDefault(true);  // Enter presses it
  button->setText(QString(text).replace(u'&', QStringLiteral("&&")));
  button->setAccessibleName(text);
  button->setToolTip(text);
  button->setMinimumWidth(60);  // long titles are cut, not the window widened
  button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  return button;
}

QString markName(ProgressStore::Mark mark) {
  switch (mark) {
    case ProgressStore::Mark::done: return StartPage::tr("done");
    case ProgressStore::Mark::begun: return StartPage::tr("begun");
    case ProgressStore::Mark::fresh: break;
  }
  return StartPage::tr("new");
}

}  // namespace

StartPage::StartPage(const lessons::Catalogue& catalogue, const ProgressStore& progress, QWidget* parent)
    : QWidget(parent), m_catalogue(catalogue), m_progress(progress), m_scroll(new QScrollArea(this)) {
  setObjectName(QStringLiteral("startPage"));
  setAttribute(Qt::WA_StyledBackground);
  m_scroll->setObjectName(QStringLiteral("startScroll"));
  m_scroll->setWidgetResizable(true);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_scroll);
}

void StartPage::setTheme(const Theme& theme) {
  m_theme = &theme;
  if (m_content != nullptr) build();
}

void StartPage::refresh() {
  build();
  if (m_goOn != nullptr) m_goOn->setFocus();
}

int StartPage::columnsThatFit() const {
  const int wanted = fontMetrics().averageCharWidth() * 44;
  return std::clamp(std::min(width(), kWidest) / std::max(wanted, 1), 1, 3);
}

void StartPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (m_content != nullptr && columnsThatFit() != m_columns) QMetaObject::invokeMethod(this, &StartPage::refresh);
}

void StartPage::build() {
  m_columns = columnsThatFit();
  m_content = new QWidget;
  m_content->setObjectName(QStringLiteral("startContent"));
  auto* outer = new QHBoxLayout(m_content);
  outer->setContentsMargins(24, 20, 24, 20);
  auto* middle = new QWidget;
  middle->setMaximumWidth(kWidest);
  auto* column = new QVBoxLayout(middle);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(14);
  addGoOn(*column);
  addDeeds(*column);
  addChapters(*column, m_columns);
  addFiles(*column);
  column->addStretch(1);
  outer->addStretch(1);
  outer->addWidget(middle, 100);
  outer->addStretch(1);
  m_scroll->setWidget(m_content);  // the old one goes
}

void StartPage::addGoOn(QVBoxLayout& column) {
  column.addWidget(makeTitle(tr("See what an event loop does"), 16));
  column.addWidget(
      makeQuiet(tr("Small Python programs, run and recorded. Step through them, forwards and backwards, and see what "
                   "runs, what waits, and why.")));
  if (m_catalogue.lessons().empty()) return;
  const std::optional<ProgressStore::Place>& place = m_progress.place();
  const lessons::Lesson* lesson = place && place->builtIn ? m_catalogue.find(place->lesson.toStdString()) : nullptr;
  const bool file = place && !place->builtIn && QFileInfo::exists(place->lesson);
  const bool begun = lesson != nullptr || file;
  if (lesson == nullptr) lesson = &m_catalogue.lessons().front();
  const QString title = file ? QFileInfo(place->lesson).fileName() : of(lesson->title);
  QFrame* card = makeCard();
  auto* box = static_cast<QVBoxLayout*>(card->layout());
  box->addWidget(makeQuiet(begun ? tr("Where you left off") : tr("The first lesson")));
  box->addWidget(makeTitle(title, 12));
  if (!file && !lesson->chapter.empty()) box->addWidget(makeQuiet(of(lesson->chapter)));
  auto* go = new QPushButton(begun ? tr("Go on") : tr("Begin"));
  go->setObjectName(QStringLiteral("goOn"));
  go->setAccessibleName(tr("%1: %2").arg(go->text(), title));
  go->setAutoDefault(true);
  const QString path = file ? place->lesson : of(lesson->path);
  connect(go, &QPushButton::clicked, this,
          [this, file, path] { file ? emit fileChosen(path) : emit lessonChosen(path); });
  box->addSpacing(6);
  box->addWidget(go, 0, Qt::AlignLeft);
  markMain(*go);
  m_goOn = go;
  column.addWidget(card);
}

void StartPage::addDeeds(QVBoxLayout& column) {
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  const auto add = [&](const QString& text, const char* icon, auto signal) {
    auto* button = new QPushButton(text);
    button->setAutoDefault(true);
    if (m_theme != nullptr) button->setIcon(themedIcon(QString::fromLatin1(icon), *m_theme));
    connect(button, &QPushButton::clicked, this, signal);
    row->addWidget(button);
  };
  add(tr("Five tips"), "info", &StartPage::tourWanted);
  add(tr("Open a file…"), "open", &StartPage::openWanted);
  add(tr("New lesson…"), "new", &StartPage::newWanted);
  row->addStretch(1);
  column.addLayout(row);
}

void StartPage::addChapters(QVBoxLayout& column, int columns) {
  auto* grid = new QGridLayout;
  grid->setSpacing(12);
  int place = 0;
  for (const lessons::CatalogueChapter& chapter : m_catalogue.chapters()) {
    QFrame* card = makeCard();
    auto* box = static_cast<QVBoxLayout*>(card->layout());
    box->addWidget(makeTitle(of(chapter.title), 11));
    int done = 0;
    for (std::size_t i = chapter.first; i < chapter.first + chapter.count; ++i) {
      done += m_progress.mark(of(m_catalogue.lessons()[i].path)) == ProgressStore::Mark::done ? 1 : 0;
    }
    box->addWidget(makeQuiet(tr("%1 of %2 done").arg(done).arg(chapter.count)));
    box->addSpacing(4);
    for (std::size_t i = chapter.first; i < chapter.first + chapter.count; ++i) {
      const lessons::Lesson& lesson = m_catalogue.lessons()[i];
      const QString path = of(lesson.path);
      const ProgressStore::Mark mark = m_progress.mark(path);
      QPushButton* link = makeLink(of(lesson.title));
      link->setAccessibleDescription(markName(mark));
      if (m_theme != nullptr) {
        link->setIcon(mark == ProgressStore::Mark::done ? themedIcon(QStringLiteral("lesson-done"), m_theme->success)
                      : mark == ProgressStore::Mark::begun
                          ? themedIcon(QStringLiteral("lesson-begun"), m_theme->success)
                          : themedIcon(QStringLiteral("lesson-new"), m_theme->quietText));
      }
      connect(link, &QPushButton::clicked, this, [this, path] { emit lessonChosen(path); });
      box->addWidget(link);
    }
    box->addStretch(1);
    grid->addWidget(card, place / columns, place % columns);
    ++place;
  }
  for (int i = 0; i < columns; ++i) grid->setColumnStretch(i, 1);
  column.addLayout(grid);
}

void StartPage::addFiles(QVBoxLayout& column) {
  QFrame* card = makeCard();
  auto* box = static_cast<QVBoxLayout*>(card->layout());
  int count = 0;
  for (const QString& path : m_progress.recentFiles()) {
    if (!QFileInfo::exists(path) || ++count > kMostFiles) continue;
    if (count == 1) box->addWidget(makeTitle(tr("Your files"), 11));
    QPushButton* link = makeLink(QFileInfo(path).fileName());
    link->setToolTip(path);
    connect(link, &QPushButton::clicked, this, [this, path] { emit fileChosen(path); });
    box->addWidget(link);
  }
  if (count == 0) return delete card;
  column.addWidget(card);
}

}  // namespace loopline::ui
