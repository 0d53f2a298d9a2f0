#include "export/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <sstream>

#include "style/style_sheet.h"
#include "trace/export.h"

namespace loopline::ui {

namespace {

enum class Kind { picture, webp, filmstrip, handout, recording, trace };

struct Format {
  const char* name;
  const char* ending;
  double scale;
  Kind kind = Kind::picture;
};
constexpr std::array kFormats{
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "PNG, for screens"), "png", 1},
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "PNG, 2×"), "png", 2},
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "PNG, 300 dpi"), "png", 3.125},
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "SVG"), "svg", 1},
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "PDF"), "pdf", 1},
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "WebP, 2×"), "webp", 2, Kind::webp},
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "Filmstrip: a PNG for each cue"), "png", 2, Kind::filmstrip},
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "Handout (PDF): prose, code, timelines, answers"), "pdf", 1,
           Kind::handout},
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "Handout (HTML)"), "html", 1, Kind::handout},
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "Recording (.loopline)"), "loopline", 1, Kind::recording},
    Format{QT_TRANSLATE_NOOP("loopline::ui::ExportDialog", "Trace for Chrome and Perfetto"), "json", 1, Kind::trace}};
constexpr std::array kAxes{Axis::time, Axis::elastic, Axis::steps};
constexpr std::array kThemes{ThemeKind::light, ThemeKind::dark, ThemeKind::print};
constexpr int kEach = 1;  // place in the list of what to draw

const Format& formatOf(const QComboBox& box, const std::vector<std::size_t>& formats) {
  return kFormats[formats[static_cast<std::size_t>(std::max(box.currentIndex(), 0))]];
}

/// All of it or nothing.
QString saveTrace(const QString& path, const replay::Replay& replay) {
  std::ostringstream text;
  trace::export_chrome(replay.data(), text);
  QSaveFile file(path);
  const std::string all = std::move(text).str();
  if (!file.open(QIODevice::WriteOnly) || file.write(all.data(), qint64(all.size())) != qint64(all.size()) ||
      !file.commit()) {
    return ExportDialog::tr("%1 cannot be written: %2.").arg(QFileInfo(path).fileName(), file.errorString());
  }
  return {};
}

}  // namespace

ExportDialog::ExportDialog(const ExportState& state, QWidget* parent) : QDialog(parent), m_state(state) {
  setObjectName(QStringLiteral("export"));
  setWindowTitle(tr("Export"));
  resize(QSize(860, 520).boundedTo(screen()->availableSize()));
  m_pool.setMaxThreadCount(1);
  build();
  optionsChanged();
}

ExportDialog::~ExportDialog() {
  if (m_cancel) *m_cancel = true;
  m_pool.waitForDone();
}

QComboBox* ExportDialog::addChoice(QFormLayout* form, const QString& title, const QStringList& choices, int chosen) {
  auto* box = new QComboBox(this);
  box->addItems(choices);
  box->setCurrentIndex(chosen);
  box->setAccessibleName(title);
  form->addRow(title, box);
  connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::optionsChanged);
  return box;
}

void ExportDialog::build() {
  auto* form = new QFormLayout;
  form->setVerticalSpacing(7);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  QStringList what{m_state.comparison->runCount() > 1 ? tr("All compared runs") : tr("The run")};
  if (m_state.comparison->runCount() > 1) {
    what << tr("Each run, a file each");
    for (const ComparedRun& run : m_state.comparison->runs()) what << tr("Only “%1”").arg(run.title);
  }
  m_what = addChoice(form, tr("What"), what);
  m_range = addChoice(form, tr("Stretch"), {tr("The whole run"), tr("What is in view")});
  QStringList formats;
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    const Kind kind = kFormats[i].kind;
    if (kind == Kind::recording && !m_state.saveRecording) continue;
    if (kind == Kind::handout && !m_state.handout) continue;
    if (kind == Kind::webp && !canWriteWebp()) continue;
    m_formats.push_back(i);
    formats << tr(kFormats[i].name);
  }
  m_format = addChoice(form, tr("Format"), formats, 1);
  m_axis = addChoice(form, tr("Axis"), {tr("Time"), tr("Elastic"), tr("Steps")},
                     static_cast<int>(std::ranges::find(kAxes, m_state.axis) - kAxes.begin()));
  m_theme = addChoice(form, tr("Colours"), {tr("Light"), tr("Dark"), tr("Print")},
                      static_cast<int>(std::ranges::find(kThemes, m_state.theme) - kThemes.begin()));
  m_title = new QLineEdit(m_state.title, this);
  m_caption = new QLineEdit(this);
  m_caption->setPlaceholderText(tr("none"));
  form->addRow(tr("Title"), m_title);
  form->addRow(tr("Caption"), m_caption);
  m_legend = new QCheckBox(tr("Legend"), this);
  m_legend->setChecked(true);
  m_counters = new QCheckBox(tr("Length of the ready queue"), this);
  m_playhead = new QCheckBox(tr("Playhead"), this);
  form->addRow(QString(), m_legend);
  form->addRow(QString(), m_playhead);
  form->addRow(QString(), m_counters);
  for (QCheckBox* box : {m_legend, m_counters, m_playhead})
    connect(box, &QCheckBox::toggled, this, &ExportDialog::optionsChanged);
  for (QLineEdit* edit : {m_title, m_caption})
    connect(edit, &QLineEdit::textChanged, this, &ExportDialog::optionsChanged);

  m_path = new QLineEdit(QDir(m_state.folder).filePath(m_state.baseName + QStringLiteral(".png")), this);
  m_path->setAccessibleName(tr("File"));
  auto* browse = new QPushButton(tr("Choose…"), this);
  connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
  auto* file = new QHBoxLayout;
  file->addWidget(new QLabel(tr("File"), this));
  file->addWidget(m_path, 1);
  file->addWidget(browse);

  m_preview = new QLabel(this);
  m_preview->setAlignment(Qt::AlignCenter);
  m_preview->setMinimumSize(340, 200);
  m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
  m_preview->setAccessibleName(tr("Preview"));
  auto* upper = new QHBoxLayout;
  upper->setSpacing(20);
  upper->addLayout(form, 2);
  upper->addWidget(m_preview, 3);

  m_message = new QLabel(this);
  m_message->setWordWrap(true);
  m_progress = new QProgressBar(this);
  m_progress->setTextVisible(false);
  m_progress->hide();
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  m_export = buttons->addButton(tr("Export"), QDialogButtonBox::ActionRole);
  markMain(*m_export);
  m_export->setDefault(true);
  m_stop = buttons->addButton(tr("Stop"), QDialogButtonBox::ActionRole);
  m_stop->hide();
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
  connect(m_stop, &QPushButton::clicked, this, [this] { *m_cancel = true; });
  // On a very small screen the choices are scrolled to.
  auto* body = new QWidget(this);
  body->setObjectName(QStringLiteral("page"));
  auto* choices = new QVBoxLayout(body);
  choices->setContentsMargins(0, 0, 0, 0);
  choices->setSpacing(12);
  choices->addLayout(upper, 1);
  choices->addLayout(file);
  auto* scroll = new QScrollArea(this);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidgetResizable(true);
  scroll->setWidget(body);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 16, 20, 16);
  column->setSpacing(12);
  column->addWidget(scroll, 1);
  column->addWidget(m_progress);
  column->addWidget(m_message);
  column->addWidget(buttons);
}

PictureOptions ExportDialog::options() const {
  PictureOptions options;
  options.axis = kAxes[static_cast<std::size_t>(m_axis->currentIndex())];
  options.theme = kThemes[static_cast<std::size_t>(m_theme->currentIndex())];
  options.scale = formatOf(*m_format, m_formats).scale;
  options.run = m_what->currentIndex() > kEach ? m_what->currentIndex() - kEach - 1 : -1;
  options.title = m_title->text();
  options.caption = m_caption->text();
  options.legend = m_legend->isChecked();
  options.counters = m_counters->isChecked();
  if (m_playhead->isChecked()) options.at = m_state.position;
  // A stretch of one axis is none of another.
  if (m_range->currentIndex() == 1 && options.axis == m_state.axis) options.view = m_state.view;
  return options;
}

void ExportDialog::optionsChanged() {
  // What only a picture has.
  const Kind kind = formatOf(*m_format, m_formats).kind;
  const bool drawn = kind != Kind::recording && kind != Kind::trace;
  for (QWidget* widget : std::initializer_list<QWidget*>{m_axis, m_theme, m_title, m_caption, m_legend, m_counters}) {
    widget->setEnabled(drawn);
  }
  m_playhead->setEnabled(kind == Kind::picture || kind == Kind::webp);
  const bool sameAxis = kAxes[static_cast<std::size_t>(m_axis->currentIndex())] == m_state.axis;
  m_range->setEnabled(sameAxis && drawn);
  m_range->setToolTip(sameAxis ? QString() : tr("The view is of another axis"));
  const QString ending = QString::fromLatin1(formatOf(*m_format, m_formats).ending);
  const QFileInfo file(m_path->text());
  if (file.suffix() != ending) m_path->setText(QDir(file.path()).filePath(file.completeBaseName() + u'.' + ending));
  m_message->clear();
  showPreview();
}

void ExportDialog::showPreview() {
  PictureOptions small = options();
  if (m_what->currentIndex() == kEach && m_state.comparison->runCount() > 1) small.run = 0;
  const QSizeF size = pictureSize(m_state.comparison, small);
  if (size.isEmpty()) return;
  const double ratio = devicePixelRatioF();
  small.scale = ratio;
  const QSize room = (QSizeF(m_preview->size()) * ratio).toSize();
  QImage image = pictureImage(m_state.comparison, small);
  if (image.isNull() || room.isEmpty()) return m_preview->setText(tr("too large to be shown here"));
  if (image.width() > room.width() || image.height() > room.height()) {
    image = image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  }
  image.setDevicePixelRatio(ratio);
  m_preview->setPixmap(QPixmap::fromImage(image));
}

void ExportDialog::resizeEvent(QResizeEvent* event) {
  QDialog::resizeEvent(event);
  QMetaObject::invokeMethod(this, &ExportDialog::showPreview, Qt::QueuedConnection);  // when all is in its place
}

void ExportDialog::browse() {
  const QString ending = QFileInfo(m_path->text()).suffix();
  const QString path = QFileDialog::getSaveFileName(this, tr("Export"), m_path->text(), QStringLiteral("*.") + ending,
                                                    nullptr, QFileDialog::DontConfirmOverwrite);
  if (!path.isEmpty()) m_path->setText(path);
}

std::vector<std::pair<int, QString>> ExportDialog::runFiles() const {
  const int runs = m_state.comparison->runCount();
  const int chosen = m_what->currentIndex() - kEach - 1;
  if (runs == 1) return {{0, m_path->text()}};
  if (chosen >= 0) return {{chosen, m_path->text()}};
  std::vector<std::pair<int, QString>> files;
  const QFileInfo file(m_path->text());
  for (int run = 0; run < runs; ++run) {
    const QString name = m_state.comparison->runs()[static_cast<std::size_t>(run)].name;
    files.emplace_back(run, QDir(file.path()).filePath(file.completeBaseName() + u'-' + name + u'.' + file.suffix()));
  }
  return files;
}

/// One numbered picture a cue, with the playhead there; where there are none, one a switch.
std::vector<ExportDialog::Job> ExportDialog::filmstrip(const PictureOptions& options) const {
  using replay::Granularity;
  const Comparison& comparison = *m_state.comparison;
  const auto by = comparison.stopCount(Granularity::cue) > 1 ? Granularity::cue : Granularity::step;
  std::vector<Job> jobs;
  const QFileInfo file(m_path->text());
  for (std::size_t stop = 1; stop < std::min<std::size_t>(comparison.stopCount(by), 200); ++stop) {
    PictureOptions at = options;
    at.at = comparison.stop(by, stop);
    const QString number = QStringLiteral("%1").arg(stop, 3, 10, QLatin1Char('0'));
    const QString path = QDir(file.path()).filePath(file.completeBaseName() + u'-' + number + QStringLiteral(".png"));
    jobs.push_back({path, [path, at, shown = m_state.comparison] { return savePicture(path, shown, at, true); }});
  }
  return jobs;
}

/// One file, whose pictures stand one below the other.
std::vector<ExportDialog::Job> ExportDialog::handout(const PictureOptions& options, bool each) const {
  std::vector<PictureOptions> pictures;
  for (int run = 0; each && run < m_state.comparison->runCount(); ++run) {
    PictureOptions one = options;
    one.run = run;
    pictures.push_back(one);
  }
  if (pictures.empty()) pictures.push_back(options);
  const QString path = m_path->text();
  return {{path, [path, pictures, text = m_state.handout, shown = m_state.comparison] {
             return saveHandout(path, *text, shown, pictures);
           }}};
}

std::vector<ExportDialog::Job> ExportDialog::jobs() const {
  const PictureOptions options = this->options();
  const Kind kind = formatOf(*m_format, m_formats).kind;
  if (kind == Kind::filmstrip) return filmstrip(options);
  const bool each = m_what->currentIndex() == kEach && m_state.comparison->runCount() > 1;
  if (kind == Kind::handout) return handout(options, each);
  if ((kind == Kind::picture || kind == Kind::webp) && !each) {
    const QString path = m_path->text();
    return {{path, [path, options, shown = m_state.comparison] { return savePicture(path, shown, options, true); }}};
  }
  std::vector<Job> jobs;
  for (const auto& [run, path] : runFiles()) {
    PictureOptions one = options;
    one.run = run;
    jobs.push_back(
        {path, [kind, one, run = run, path = path, shown = m_state.comparison, save = m_state.saveRecording] {
           if (kind == Kind::recording) return save(run, path);
           if (kind == Kind::trace) return saveTrace(path, shown->replay(run));
           return savePicture(path, shown, one, true);
         }});
  }
  return jobs;
}

void ExportDialog::start() {
  if (m_running) return;
  std::vector<Job> jobs = this->jobs();
  QStringList there;
  for (const Job& job : jobs) {
    if (QFileInfo::exists(job.path)) there << QFileInfo(job.path).fileName();
  }
  if (!there.isEmpty()) {
    const auto answer = QMessageBox::question(
        this, tr("Replace?"), tr("%1 is there already. Replace it?").arg(there.join(QStringLiteral(", "))),
        QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
    if (answer != QMessageBox::Yes) return;
  }
  m_running = true;
  m_left = static_cast<int>(jobs.size());
  m_written.clear();
  m_cancel = std::make_shared<std::atomic<bool>>(false);
  m_progress->setRange(0, jobs.size() > 1 ? static_cast<int>(jobs.size()) : 0);
  m_progress->setValue(0);
  m_progress->show();
  m_stop->setVisible(jobs.size() > 1);
  m_export->setEnabled(false);
  m_message->setText(tr("Writing…"));
  m_pool.start([this, jobs = std::move(jobs), cancel = m_cancel] {
    int number = 0;
    for (const Job& job : jobs) {
      const QString problem = *cancel ? tr("Stopped.") : job.write();
      QMetaObject::invokeMethod(
          this, [this, number = ++number, path = job.path, problem] { jobDone(number, path, problem); });
      if (!problem.isEmpty()) return;
    }
  });
}

void ExportDialog::jobDone(int number, const QString& path, const QString& problem) {
  if (!problem.isEmpty()) return finish(problem);
  m_written << path;
  m_progress->setValue(number);
  if (--m_left > 0) return;
  finish(m_written.size() == 1 ? tr("Written: %1").arg(QDir::toNativeSeparators(m_written.front()))
                               : tr("Written: %1 files in %2").arg(m_written.size()).arg(QFileInfo(path).path()));
}

void ExportDialog::finish(const QString& message) {
  m_running = false;
  m_progress->hide();
  m_stop->hide();
  m_export->setEnabled(true);
  m_message->setText(message);
  m_message->setAccessibleName(message);
}

}  // namespace loopline::ui
