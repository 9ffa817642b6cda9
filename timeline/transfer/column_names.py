"""What columns are called in other people's tables, by field, the likeliest name first; "_" stands for a space."""

OTHER_NAMES: dict[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "id": (
            "identifier key no event_id event_id_cnty record_id uid uuid 番号 番號 번호 kennung "
            "nummer identifiant numéro identificador número "
            "eventid event_no disno dis_no"
        ),
        "title": (
            "headline event event_title event_name name subject topic item_label event_label "
            "label heading event_type what 見出し 出来事 事項 タイトル 件名 事件 表題 内容 제목 사건 사건명 표제 내용 "
            "ereignis titel überschrift titre événement evenement título titulo evento suceso "
            "событие 标题 標題 "
            "できごと acontecimiento hecho titre_de_l_événement object objet title_of_event "
            "name_of_event event_headline conflict_name battle_name war_name"
        ),
        "date_phrase": (
            "date words when event_date date_text display_date date_of_event point_in_time "
            "timestamp datetime dates exact_date precise_date 日付 年月日 期日 日時 月日 時期 年代 날짜 일자 연월일 "
            "일시 시기 datum ereignisdatum zeitpunkt zeit fecha fecha_del_evento data дата 日期 时间 "
            "時間 "
            "years period date_range zeitraum époque periodo 期間 기간 time"
        ),
        "date_exact": (
            "exact_date precise_date full_date date_exact date_full exact_day genaues_datum "
            "date_exacte fecha_exacta 正確な日付 詳細日付 정확한_날짜"
        ),
        "edtf": "date_edtf edtf_date",
        "start": (
            "start_date date_start begin begin_date beginning began started date_begin from "
            "date_from from_date start_time 開始 開始日 始期 開始年月日 開始年 시작 시작일 시작일자 개시일 von beginn "
            "anfang startdatum début debut date_de_début date_début date_debut du inicio fecha_inicio "
            "fecha_de_inicio comienzo desde начало 开始"
        ),
        "end": (
            "end_date date_end finish finish_date ended ending to until till date_to to_date "
            "end_time 終了 終了日 終期 終了年月日 終了年 종료 종료일 종료일자 끝 bis ende enddatum fin date_de_fin "
            "date_fin au fecha_fin fecha_de_fin final hasta конец 结束 結束"
        ),
        "year": "start_year event_year 開始年 시작연도 시작년 年 西暦 연도 년 jahr année annee año год iyear jahr_von",
        "month": "start_month event_month 開始月 시작월 月 월 monat mois mes месяц imonth",
        "day": "start_day event_day day_of_month 日 일 tag jour día dia день iday",
        "era": "元号 年号 연호 bc_ad ad_bc bce_ce ce_bce calendar_era year_era",
        "end_year": "終了年 종료연도 종료년 endjahr année_fin año_fin",
        "end_month": "終了月 종료월 endmonat mois_fin mes_fin",
        "end_day": "jour_fin día_fin endtag",
        "lo": (
            "earliest earliest_date date_earliest not_before notbefore date_not_before "
            "no_earlier_than terminus_post_quem tpq min_date date_min lower lower_bound "
            "frühestens au_plus_tôt no_antes_de 最早 上限 이르면"
        ),
        "hi": (
            "latest latest_date date_latest not_after notafter date_not_after no_later_than "
            "terminus_ante_quem taq max_date date_max upper upper_bound spätestens "
            "au_plus_tard no_después_de 最遅 下限 늦어도"
        ),
        "certainty": "date_certainty",
        "summary": (
            "description text details body summary_text abstract event_description "
            "what_happened 概要 説明 詳細 本文 内容 요약 설명 본문 내용 beschreibung inhalt zusammenfassung "
            "résumé resume texte descripción descripcion resumen texto описание 描述 摘要 "
            "intro summary_of_event narrative context"
        ),
        "headline_en": "title_en english_title headline_english 英語見出し 영어_제목",
        "summary_en": "description_en english_summary text_en 英語概要 영어_요약",
        "headline_ja": "title_ja japanese_title headline_japanese 日本語見出し 일본어_제목",
        "summary_ja": "description_ja japanese_summary text_ja 日本語概要 일본어_요약",
        "headline_ko": "title_ko korean_title headline_korean 韓国語見出し 한국어_제목",
        "summary_ko": "description_ko korean_summary text_ko 韓国語概要 한국어_요약",
        "language": "lang 言語 언어 sprache langue idioma",
        "kind": "type row_type",
        "place": (
            "location place_name where city venue location_name 場所 地名 所在地 장소 지명 ort lieu "
            "lugar место 地点 地點 "
            "where_description event_location"
        ),
        "lat": "latitude 緯度 위도 breitengrad latitud",
        "lon": "lng long longitude 経度 경도 längengrad longitud",
        "actors": (
            "people participants actor actor1 actor_1 who persons person 人物 関係者 인물 관련인물 "
            "akteure personen acteurs actores participantes "
            "gname side_a"
        ),
        "tags": (
            "themes theme tag subjects keywords keyword categories category group topics 分類 "
            "タグ 主題 분류 태그 주제 schlagwörter kategorie thèmes mots_clés catégorie temas etiquetas "
            "categoría"
        ),
        "source_title": (
            "source sources citation reference references source_name bibliography ref 出典 典拠 "
            "参考文献 資料 出所 출처 출전 전거 quelle quellen beleg source_titre référence fuente fuentes "
            "referencia источник 来源 出处"
        ),
        "source_publisher": "publisher newspaper 発行者 新聞 媒体 발행처 매체 verlag éditeur editorial",
        "source_url": (
            "url link source_link web_address website uri href item 出典url リンク アドレス 링크 주소 lien enlace"
        ),
        "source_date": (
            "published date_published publication_date pub_date published_on source_published "
            "発行日 掲載日 公開日 발행일 게재일 veröffentlicht erscheinungsdatum date_de_publication "
            "fecha_de_publicación"
        ),
        "source2_title": "source_2 second_source",
        "source2_publisher": "publisher_2",
        "source2_url": "url_2 link_2 source_2_url",
        "quote_locator": "locator page pages page_number 頁 ページ 쪽 seite página",
        "notes": (
            "note comment comments remarks 備考 注記 비고 메모 bemerkung anmerkung remarque remarques "
            "observaciones notas"
        ),
    }.items()
}
