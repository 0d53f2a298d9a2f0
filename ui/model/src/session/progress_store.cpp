#include "ui_model/progress_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>

namespace loopline::ui {

namespace {

constexpr qsizetype kRecentFiles = 8;
const QString kBegun = QStringLiteral("begun");
const QString kDone = QStringLiteral("done");

QJsonObject toJson(const ProgressStore::Place& place) {
  return {{QStringLiteral("lesson"), place.lesson},
          {QStringLiteral("built_in"), place.builtIn},
          {QStringLiteral("scenarios"), QJsonArray::fromStringList(place.scenarios)},
          {QStringLiteral("time"), QString::number(place.time)},
          {QStringLiteral("ordinal"), static_cast<qint64>(place.ordinal)},
          {QStringLiteral("granularity"), place.granularity}};
}

ProgressStore::Place placeFrom(const QJsonObject& object) {
  ProgressStore::Place place;
  place.lesson = object[QStringLiteral("lesson")].toString();
  place.builtIn = object[QStringLiteral("built_in")].toBool(true);
  for (const QJsonValue& name : object[QStringLiteral("scenarios")].toArray()) place.scenarios << name.toString();
  place.time = object[QStringLiteral("time")].toString().toLongLong();
  place.ordinal = static_cast<std::uint32_t>(std::max(0, object[QStringLiteral("ordinal")].toInt()));
  place.granularity = object[QStringLiteral("granularity")].toInt(-1);
  return place;
}

// Objects are written with their keys in order, so that the same state is the same file.
template <class Value, class ToJson>
QJsonObject toJson(const QHash<QString, Value>& values, ToJson each) {
  QJsonObject object;
  for (auto value = values.begin(); value != values.end(); ++value) object[value.key()] = each(value.value());
  return object;
}

// Empty: written; else why not.
QString write(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  const bool written = QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
                       file.write(bytes) == bytes.size() && file.commit();
  return written ? QString() : file.errorString();
}

}  // namespace

ProgressStore::ProgressStore(const QString& folder) : m_folder(folder) {
  m_writer.setMaxThreadCount(1);  // one after the other
  if (!m_folder.isEmpty()) load();
}

QString ProgressStore::fileName() const { return QDir(m_folder).filePath(QStringLiteral("progress.json")); }

void ProgressStore::load() {
  QFile file(fileName());
  if (!file.open(QIODevice::ReadOnly)) return;
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
  file.close();
  if (error.error != QJsonParseError::NoError || !document.isObject()) {
    const QString aside = fileName() + QStringLiteral(".damaged");
    QFile::remove(aside);
    QFile::rename(fileName(), aside);
    return;
  }
  const QJsonObject root = document.object();
  const QJsonObject marks = root[QStringLiteral("lessons")].toObject();
  for (auto mark = marks.begin(); mark != marks.end(); ++mark) {
    if (mark->toString() == kBegun) m_marks[mark.key()] = Mark::begun;
    if (mark->toString() == kDone) m_marks[mark.key()] = Mark::done;
  }
  const QJsonObject layout = root[QStringLiteral("layout")].toObject();
  for (auto value = layout.begin(); value != layout.end(); ++value) {
    m_layout[value.key()] = QByteArray::fromBase64(value->toString().toLatin1());
  }
  const QJsonObject drafts = root[QStringLiteral("drafts")].toObject();
  for (auto draft = drafts.begin(); draft != drafts.end(); ++draft) m_drafts[draft.key()] = draft->toString();
  for (const QJsonValue& path : root[QStringLiteral("recent")].toArray()) m_recent << path.toString();
  const QJsonObject place = root[QStringLiteral("place")].toObject();
  if (!place.isEmpty()) m_place = placeFrom(place);
}

void ProgressStore::raise(const QString& lesson, Mark mark) {
  if (mark <= this->mark(lesson)) return;
  m_marks[lesson] = mark;
  m_changed = true;
}

void ProgressStore::clear(const QString& lesson) { m_changed = m_marks.remove(lesson) || m_changed; }

void ProgressStore::setPlace(const Place& place) {
  m_place = place;
  m_changed = true;
}

void ProgressStore::setLayout(const QString& key, const QByteArray& value) {
  if (m_layout.value(key) == value) return;
  m_layout[key] = value;
  m_changed = true;
}

void ProgressStore::setDraft(const QString& lesson, const QString& text) {
  if (m_drafts.value(lesson) == text) return;
  if (text.isEmpty()) {
    m_drafts.remove(lesson);
  } else {
    m_drafts[lesson] = text;
  }
  m_changed = true;
}

void ProgressStore::addRecentFile(const QString& path) {
  m_recent.removeAll(path);
  m_recent.prepend(path);
  m_recent = m_recent.first(std::min(m_recent.size(), kRecentFiles));
  m_changed = true;
}

QByteArray ProgressStore::toBytes() const {
  QJsonObject root;
  root[QStringLiteral("lessons")] = toJson(m_marks, [](Mark mark) { return mark == Mark::done ? kDone : kBegun; });
  root[QStringLiteral("layout")] =
      toJson(m_layout, [](const QByteArray& bytes) { return QString::fromLatin1(bytes.toBase64()); });
  root[QStringLiteral("drafts")] = toJson(m_drafts, [](const QString& text) { return text; });
  root[QStringLiteral("recent")] = QJsonArray::fromStringList(m_recent);
  if (m_place) root[QStringLiteral("place")] = toJson(*m_place);
  return QJsonDocument(root).toJson();
}

QString ProgressStore::save() {
  if (m_folder.isEmpty()) return {};
  m_writer.waitForDone();  // what is on its way is older
  if (!m_changed) return {};
  const QString problem = write(fileName(), toBytes());
  m_changed = !problem.isEmpty();
  if (problem.isEmpty()) return {};
  return QCoreApplication::translate("loopline::ui::ProgressStore", "Your progress could not be saved in %1: %2")
      .arg(QDir::toNativeSeparators(fileName()), problem);
}

void ProgressStore::saveSoon() {
  if (m_folder.isEmpty() || !m_changed) return;
  // Stays marked as changed: save() at the end writes again and tells what went wrong.
  m_writer.start([path = fileName(), bytes = toBytes()] { write(path, bytes); });
}

}  // namespace loopline::ui
