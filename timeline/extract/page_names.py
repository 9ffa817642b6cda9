"""The words by which a page names what is not its article: in its markup, in headings of boxes, on buttons."""

import re

# Parts of a class, id or type name, in lower case. What is written whole is one word of the name
# ("reader-comments" and "readerComments" are "reader" and "comments"); what is in _IN_NAMES stands anywhere in it.
_COMMENTS_IN_NAMES = (
    "comment", "comentari", "kommentar", "komentar", "kommentti", "yorumlar", "reacties", "комментари", "コメント",
    "댓글", "評論", "评论", "留言", "disqus", "livefyre", "viafoura", "coralproject", "giscus", "utterances",
    "daetgeul", "reple", "cbox", "pinglun", "readerresponse", "reader-response", "reader_response", "guestbook",
)  # fmt: skip
_COMMENTS_WORDS = frozenset(
    {"replies", "reply", "respond", "responses", "cmt", "cmts", "commenti", "opiniones", "reactions"}
)
# Classes of whole pages that say whether comments may be written.
_SAYS_WHETHER = re.compile(
    r"\b(?:has|no|with|without|hide|show)-?comments?\b|\bcomments?-(?:open|closed|status|enabled|off)\b"
)
_BESIDE_IN_NAMES = (
    "taboola", "outbrain", "sharedaddy", "addtoany", "addthis", "editsection", "printfooter", "breadcrumb", "関連記事",
    "ランキング", "관련기사", "많이본", "mostread", "most-read", "most_read", "mostpopular", "mostviewed", "noprint",
    "googlead", "adsbygoogle", "advertis", "skiplink", "skip-link", "screen-reader", "sr-only", "visually-hidden",
    "visuallyhidden", "jump-to-nav",
)  # fmt: skip
_BESIDE_WORDS = frozenset(
    {
        "share", "sharing", "shares", "sharebar", "sharebox", "sharebuttons", "sharelist", "social", "socials", "sns",
        "snsbox", "related", "recommend", "recommended", "recommendation", "recommendations", "ranking", "rankings",
        "rank", "popular", "trending", "kanren", "osusume", "sidebar", "rail", "teaser", "teasers", "promo",
        "newsletter", "subscribe", "subscription", "paywall", "cookie", "cookies", "consent", "gdpr", "popup", "modal",
        "tooltip", "toolbar", "pager", "pagination", "paging", "ad", "ads", "advert", "adverts", "sponsored", "navbox",
        "toc", "navigation", "nav", "menu", "readmore", "latest", "headlines", "fontsize", "util", "tags", "taglist",
        "hotnews", "latestnews", "topnews", "bestnews", "relacionadas", "relacionados", "recirc", "recirculation",
        "likes", "catlinks", "skip", "copyright",
    }
)  # fmt: skip
COMMENT_TYPES = ("comment", "usercomments", "discussionforumposting/comment", "review", "userinteraction")
ROLES_BESIDE = frozenset(
    {"navigation", "search", "complementary", "contentinfo", "menu", "menubar", "toolbar", "dialog", "alertdialog",
     "alert", "button", "tablist"}
)  # fmt: skip
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_a-zA-Z]+")
LONGEST_NAME = 300
"""Letters of a class or id that are looked at."""

# How long ago, as a line of its own: the stamp of a comment or of a neighbour, never a sentence.
AGO = re.compile(
    r"(?:(?:about|around|an?|il y a|vor|hace)\s)?(?:\d{1,3}|an?|eine[mr]?|un[ae]?)\s?"
    r"(?:(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdwy])(?:\sago)?"
    r"|(?:secondes?|heures?|jours?|semaines?|mois|ans?|horas?|minutos?|d[ií]as?|semanas?|meses|años?"
    r"|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?))"
    r"|(?:約)?\d{1,3}\s?(?:秒|分|時間|日|週間|か月|ヶ月|カ月|年|分钟|分鐘|小时|小時|天|周|週|个月|個月)前"
    r"|\d{1,3}\s?(?:초|분|시간|일|주|개월|달|년)\s?전|刚刚|剛剛|昨天"
    r"|just now|yesterday|たった今|昨日|방금(?:\s전)?|어제",
    re.IGNORECASE,
)
# Who wrote and how long ago, as a line of its own: "NETMAN · 2 hours ago".
BY_AGO = re.compile(
    r"\A[^\s.!?。]{1,30}(?:\s[^\s!?。]{1,20}){0,2}?(?:\s?[·•|,，、/:：(（\-–—]\s?|\s)"
    r"(?:(?:\d{1,3}|an?)\s?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdwy])\sago"
    r"|(?:il y a|vor|hace)\s\d{1,3}\s\w{1,10}"
    r"|約?\d{1,3}\s?(?:秒|分|時間|日|週間|か月|ヶ月|カ月|年|分钟|分鐘|小时|小時|天|周|週|个月|個月)前"
    r"|\d{1,3}\s?(?:초|분|시간|일|주|개월|달|년)\s?전)[)）]?",
    re.IGNORECASE,
)
_HOW_MANY = r"(?:\s?[(（\[:]?\s?\d{0,6}\s?[件개]?[)）\]]?)"
COMMENTS_HEADING = re.compile(
    r"(?:\d{1,6}\s?(?:件の)?)?(?:"
    r"(?:reader |readers['’] |user )?(?:comments?|responses|replies|thoughts on)(?: (?:from|by) readers)?"
    r"|leave a (?:comment|reply)|join the (?:discussion|conversation)|post a comment|have your say"
    r"|commentaires?|comentarios?|kommentare?|commenti|komentarze|reacties|комментарии"
    r"|(?:みんなの|読者の)?コメント(?:一覧)?|(?:전체\s?|독자\s?)?(?:댓글|한줄\s?의견|의견))" + _HOW_MANY,
    re.IGNORECASE,
)
OTHERS_HEADING = re.compile(
    r"(?:related|more|other|latest|top|popular|recent|trending|recommended)"
    r"(?: (?:news|stories|articles|posts|coverage|reading|headlines|on this(?: topic| story)?|from .{1,60}|for you))?"
    r"|most (?:read|popular|viewed|commented|shared)|read (?:more|next|also)|see also|what to read next"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|editor['’]?s['’]? picks"
    r"|(?:あわせて|合わせて|こちらも|次に)読みたい.{0,10}|(?:アクセス|記事|人気)?ランキング.{0,10}"
    r"|(?:関連|新着|注目の|おすすめの?|人気の?|最新の?|ほかの|その他の|主要)(?:記事|ニュース|リンク|トピックス)(?:一覧)?"
    r"|(?:多く|よく)読まれている(?:記事|ニュース)|관련\s?(?:기사|뉴스|글)|많이\s?본\s?(?:기사|뉴스)"
    r"|(?:실시간|오늘의|주요|최신|인기|추천)\s?(?:뉴스|기사|순위)|이\s?시각\s?.{0,10}"
    r"|à lire aussi|sur le même sujet|articles? liés?|mehr zum thema|das könnte sie auch interessieren"
    r"|noticias relacionadas|te puede interesar|lo más leído",
    re.IGNORECASE,
)
# Whole lines that are buttons.
BUTTON = re.compile(
    r"(?:share(?: (?:on|via|with|article|story|this(?: article| story| page| post)?))?(?: (?:facebook|twitter|x|line))?"
    r"|tweet|close|print(?: this)?(?: page| article)?|e-?mail(?: this)?|save|copy(?: link)?|copied|reply|like"
    r"|follow(?: us)?|subscribe|sign ?(?:up|in)|log ?in|read more|continue reading|advertisement|ad|menu|search"
    r"|skip advert(?:isement)?|back to top|top of page|facebook|twitter|x|line|whatsapp|linkedin|pinterest|reddit"
    r"|instagram|hatena|partager|fermer|imprimer|publicité|teilen|drucken|schließen|anzeige|compartir|cerrar|publicidad"
    r"|シェア(?:する)?|共有(?:する)?|ツイート|ポスト|印刷(?:する)?|閉じる|広告|続きを読む|もっと見る|ブックマーク|保存|返信"
    r"|はてな(?:ブックマーク)?|一覧(?:へ|を見る)?|(?:ページ)?トップへ(?:戻る)?|文字サイズ|[大中小]"
    r"|공유(?:하기)?|닫기|인쇄(?:하기)?|프린트|스크랩|목록|[글자씨]{1,2}\s?크기|가|[+\-]|광고|답글|더보기|구독(?:하기)?|좋아요"
    r"|카카오톡|페이스북|트위터|카카오스토리|네이버블로그|밴드|기사저장|본문듣기|url복사)[\s:：…>»▶→×✕]*",
    re.IGNORECASE,
)
REPLY = re.compile(
    r"reply|like|report|返信|返信する|通報|답글|답글쓰기|신고|공감|répondre|antworten|responder", re.IGNORECASE
)


def is_comments_name(named: str) -> bool:
    """Whether a class or id names what readers wrote, in the languages of the web's larger papers."""
    lower = _SAYS_WHETHER.sub(" ", named.lower())
    if any(part in lower for part in _COMMENTS_IN_NAMES):
        return "commentary" not in lower
    return not _COMMENTS_WORDS.isdisjoint(_words_of(named))


def is_no_article_name(named: str, *, in_a_sentence: bool = False) -> bool:
    """Whether a class or id names what is beside the article: buttons, menus, other articles.

    Of words in a sentence "rank" or "related" says something else; what is no words of it anywhere still counts.
    """
    lower = named.lower()
    if any(part in lower for part in _BESIDE_IN_NAMES):
        return True
    return not in_a_sentence and not _BESIDE_WORDS.isdisjoint(_words_of(named))


def _words_of(named: str) -> set[str]:
    return {part.lower() for part in _NAME_PARTS.findall(named)}
