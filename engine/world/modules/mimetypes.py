"""Types of files by the ends of their names."""

import os
import posixpath

__all__ = ["knownfiles", "inited", "MimeTypes", "guess_type", "guess_all_extensions", "guess_extension", "add_type",
           "init", "read_mime_types", "suffix_map", "encodings_map", "types_map", "common_types"]

knownfiles = ["/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types", "/etc/apache/mime.types",
              "/etc/apache2/mime.types", "/usr/local/etc/httpd/conf/mime.types",
              "/usr/local/lib/netscape/mime.types", "/usr/local/etc/httpd/conf/mime.types", "/usr/local/etc/mime.types"]

# A kind and its types, each with the ends of names that stand for it, the usual one first.
_TYPES = {
    "application": "javascript js mjs; json json; manifest+json webmanifest; msword doc dot wiz; n-quads nq; "
        "n-triples nt; octet-stream bin a dll exe o obj so; oda oda; pdf pdf; pkcs7-mime p7c; postscript ps ai eps; "
        "trig trig; vnd.apple.mpegurl m3u m3u8; vnd.ms-excel xls xlb; vnd.ms-powerpoint ppt pot ppa pps pwz; "
        "wasm wasm; x-bcpio bcpio; x-cpio cpio; x-csh csh; x-dvi dvi; x-gtar gtar; x-hdf hdf; x-hdf5 h5; "
        "x-latex latex; x-mif mif; x-netcdf cdf nc; x-pkcs12 p12 pfx; x-pn-realaudio ram; x-python-code pyc pyo; "
        "x-sh sh; x-shar shar; x-shockwave-flash swf; x-sv4cpio sv4cpio; x-sv4crc sv4crc; x-tar tar; x-tcl tcl; "
        "x-tex tex; x-texinfo texi texinfo; x-troff roff t tr; x-troff-man man; x-troff-me me; x-troff-ms ms; "
        "x-ustar ustar; x-wais-source src; xml xsl rdf wsdl xpdl; zip zip",
    "audio": "3gpp 3gp 3gpp; 3gpp2 3g2 3gpp2; aac aac adts loas ass; basic au snd; mpeg mp3 mp2; opus opus; "
        "x-aiff aif aifc aiff; x-pn-realaudio ra; x-wav wav",
    "image": "avif avif; bmp bmp; gif gif; heic heic; heif heif; ief ief; jpeg jpg jpe jpeg; png png; svg+xml svg; "
        "tiff tiff tif; vnd.microsoft.icon ico; x-cmu-raster ras; x-portable-anymap pnm; x-portable-bitmap pbm; "
        "x-portable-graymap pgm; x-portable-pixmap ppm; x-rgb rgb; x-xbitmap xbm; x-xpixmap xpm; x-xwindowdump xwd",
    "message": "rfc822 eml mht mhtml nws",
    "text": "css css; csv csv; html html htm; n3 n3; plain txt bat c h ksh pl srt; richtext rtx; "
        "tab-separated-values tsv; vtt vtt; x-python py; x-setext etx; x-sgml sgm sgml; x-vcard vcf; xml xml",
    "video": "mp4 mp4; mpeg mpeg m1v mpa mpe mpg; quicktime mov qt; webm webm; x-msvideo avi; x-sgi-movie movie",
}
_COMMON = {
    "application": "rtf rtf", "audio": "midi midi mid", "image": "jpg jpg; pict pict pct pic; webp webp",
    "text": "xul xul",
}


def _ends(table):
    """Pairs of the end of a name and its type."""
    for kind, types in table.items():
        for each in types.split("; "):
            name, *ends = each.split()
            for end in ends:
                yield "." + end, f"{kind}/{name}"


suffix_map = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz", ".tbz2": ".tar.bz2",
              ".txz": ".tar.xz"}
encodings_map = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
types_map = dict(_ends(_TYPES))
common_types = dict(_ends(_COMMON))
_DEFAULTS = (encodings_map, suffix_map, types_map, common_types)
inited = False
_db = None


class MimeTypes:
    """What is known of types: .types_map[True] are the official ones, [False] the others."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        encodings, suffixes, official, common = _DEFAULTS
        self.encodings_map, self.suffix_map = encodings.copy(), suffixes.copy()
        self.types_map = ({}, {})
        self.types_map_inv = ({}, {})
        for known, is_strict in ((official, True), (common, False)):
            for ext, type in known.items():
                self.add_type(type, ext, is_strict)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        self.types_map[strict][ext] = type
        ends = self.types_map_inv[strict].setdefault(type, [])
        if ext not in ends:
            ends.append(ext)

    def guess_type(self, url, strict=True):
        url = os.fspath(url)
        scheme, colon, rest = url.partition(":")
        if colon and scheme and "/" not in scheme:
            url = rest
            if scheme.lower() == "data":
                return self._type_of_data(url), None
        base, ext = posixpath.splitext(url)
        while ext.lower() in self.suffix_map:
            base, ext = posixpath.splitext(base + self.suffix_map[ext.lower()])
        encoding = self.encodings_map.get(ext)
        if encoding is not None:
            base, ext = posixpath.splitext(base)
        ext = ext.lower()
        found = self.types_map[True].get(ext)
        if found is None and not strict:
            found = self.types_map[False].get(ext)
        return found, encoding

    def _type_of_data(self, url):
        comma = url.find(",")
        if comma < 0:
            return None
        type = url[:comma].partition(";")[0]
        return type if "=" not in type and "/" in type else "text/plain"

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        found = list(self.types_map_inv[True].get(type, []))
        if not strict:
            found += [ext for ext in self.types_map_inv[False].get(type, []) if ext not in found]
        return found

    def guess_extension(self, type, strict=True):
        found = self.guess_all_extensions(type, strict)
        return found[0] if found else None

    def read(self, filename, strict=True):
        with open(filename, encoding="utf-8") as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            words = line.partition("#")[0].split()
            for end in words[1:]:
                self.add_type(words[0], "." + end, strict)


def init(files=None):
    """Reads the tables anew, with those of the files behind them."""
    global suffix_map, types_map, encodings_map, common_types, inited, _db
    inited = True
    if files is None or _db is None:
        db = MimeTypes()
        files = knownfiles + list(files or ())
    else:
        db = _db
    for name in files:
        if os.path.isfile(name):
            db.read(name)
    encodings_map, suffix_map = db.encodings_map, db.suffix_map
    common_types, types_map = db.types_map
    _db = db


def _known():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    return _known().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    return _known().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _known().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    _known().add_type(type, ext, strict)


def read_mime_types(file):
    if not os.path.isfile(file):
        return None
    db = MimeTypes()
    db.read(file, True)
    return db.types_map[True]
