#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "lessons/write.h"

namespace loopline::lessons {
namespace {

namespace fs = std::filesystem;

constexpr mode_t permission_bits = 07777;
constexpr mode_t default_mode = 0666;  // before the umask
constexpr int most_attempts = 100;
constexpr int most_links = 40;  // as the system follows

std::string last_error() { return std::error_code(errno, std::generic_category()).message(); }

class Descriptor {
 public:
  explicit Descriptor(int number) : m_number(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() { close(); }

  bool is_open() const { return m_number >= 0; }
  int number() const { return m_number; }
  // Some file systems tell only here that a write failed.
  bool close() { return m_number < 0 || ::close(std::exchange(m_number, -1)) == 0; }

 private:
  int m_number;
};

// Removes the new file unless it has taken the old one's place.
struct Leftover {
  fs::path path;
  bool renamed = false;

  explicit Leftover(fs::path file) : path(std::move(file)) {}
  Leftover(const Leftover&) = delete;
  Leftover& operator=(const Leftover&) = delete;
  ~Leftover() {
    if (!renamed) ::unlink(path.c_str());
  }
};

struct NewFile {
  fs::path path;
  Descriptor file;
};

// A hidden name beside the target. A run that was killed may have left some; they are never overwritten.
NewFile create_beside(const fs::path& target) {
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    fs::path path = target.parent_path() / ("." + target.filename().string() + ".new" + std::to_string(attempt));
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, default_mode));
    if (file.is_open() || errno != EEXIST) return {std::move(path), std::move(file)};
  }
  return {{}, Descriptor(-1)};
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The new name reaches the disk with its folder. Not all file systems can do this; the file itself is safe by then.
void flush_folder(const fs::path& folder) {
  const Descriptor descriptor(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.is_open()) ::fsync(descriptor.number());
}

// Where a symbolic link leads in the end, also when nothing is there yet; otherwise the path itself.
fs::path resolved(fs::path path) {
  std::error_code error;
  for (int step = 0; step < most_links && fs::is_symlink(path, error); ++step) {
    const fs::path target = fs::read_symlink(path, error);
    if (error) break;
    path = path.parent_path() / target;  // an absolute target replaces all
  }
  return path;
}

Diagnostic problem_with(const fs::path& path, std::string message) {
  return {Severity::error, path.string(), {}, std::move(message), {}};
}

// Why an existing file must not be replaced; empty when it may be.
std::string obstacle(const fs::path& target, const struct stat& status) {
  if (S_ISDIR(status.st_mode)) return "This is a folder; expected a file.";
  if (!S_ISREG(status.st_mode)) return "This is no ordinary file, so it is not replaced.";
  if (::access(target.c_str(), W_OK) != 0) return "The file is write-protected; save it under another name.";
  return {};
}

}  // namespace

std::optional<Diagnostic> save_atomically(const fs::path& path, std::string_view bytes) {
  const fs::path target = resolved(path);
  struct stat old {};
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists) {
    std::string reason = obstacle(target, old);
    if (!reason.empty()) return problem_with(path, std::move(reason));
  }
  NewFile created = create_beside(target);
  if (!created.file.is_open()) {
    return problem_with(path, "No file can be written in this folder: " + last_error() + ".");
  }
  Leftover leftover(created.path);
  const int file = created.file.number();
  const bool written = write_all(file, bytes) && (!exists || ::fchmod(file, old.st_mode & permission_bits) == 0) &&
                       ::fsync(file) == 0 && created.file.close();
  if (!written) return problem_with(path, "Writing failed, the old file is unchanged: " + last_error() + ".");
  if (::rename(created.path.c_str(), target.c_str()) != 0) {
    return problem_with(path, "The file could not be replaced: " + last_error() + ".");
  }
  leftover.renamed = true;
  flush_folder(target.parent_path());
  return std::nullopt;
}

}  // namespace loopline::lessons
